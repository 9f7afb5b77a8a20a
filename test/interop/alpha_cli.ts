// Measures agreement as the action does, for the Python script beside this file: reads JSON cases {metric, texts} from
// standard input, one a line, where each text is the list of its values, and answers each with a line {alpha, texts}.
import { createInterface } from 'node:readline';
import { Alpha } from '../../src/engine/rows/agreement.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const { metric, texts } = JSON.parse(line);
  const alpha = new Alpha(metric);
  for (const values of texts) alpha.add(values);
  console.log(JSON.stringify({ alpha: alpha.get(), texts: alpha.texts }));
}
