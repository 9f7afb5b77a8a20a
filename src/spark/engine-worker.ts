import { workerData } from 'node:worker_threads';
import { DiskJob, type DiskJobSource } from '../engine/disk/disk-job.ts';
import { answerRequests, type RowsJob } from '../engine/job.ts';
import { MemoryJob, type MemorySource } from '../engine/memory-job.ts';
import type { SparkJobSource } from './spark-job.ts';

// The thread that prepares a dataset, with its rows in memory or on disk.
answerRequests(await open(workerData));

async function open(job: MemorySource | DiskJobSource | SparkJobSource): Promise<RowsJob> {
  switch (job.kind) {
    case 'memory':
      return new MemoryJob(job);
    case 'disk':
      return new DiskJob(job);
    case 'spark': {
      // The parquet reader is loaded only where it is needed.
      const { SparkJob } = await import('./spark-job.ts');
      return new SparkJob(job);
    }
  }
}
