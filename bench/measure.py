"""Runs a command and prints, as one line of JSON, its exit code, seconds of wall, user and system time, and its peak memory in MB.

usage: measure.py <log file> <command…>
"""

import json
import os
import resource
import subprocess
import sys
import time

log, *command = sys.argv[1:]
started = time.perf_counter()
with open(log, "wb") as output:
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
wall = time.perf_counter() - started
print(json.dumps({"code": os.waitstatus_to_exitcode(status), "wall": wall, "user": usage.ru_utime, "system": usage.ru_stime, "peak": usage.ru_maxrss / 1024}))
