import type { ExpectedRow, ExpectedSource } from '../support/check-sources.ts';
import { type Annotator, createProject } from './project.ts';

/** The row of an example that somebody confirmed. @param labels categories in the order of their names */
function confirmed(example: number, text: string, by: Annotator, ...labels: readonly string[]): ExpectedRow {
  const label = labels.length === 0 ? null : labels.join(' + ');
  return { id: `${example}/${by.id}`, text, label, labels, annotator: String(by.id) };
}

/**
 * Annotates by one category a text, each annotator alone, in all the ways a label comes to count or does not.
 *
 * @returns what the source `urgency` is to give
 */
export async function annotateAlone(ana: Annotator, ben: Annotator): Promise<ExpectedSource> {
  const settings = { single_class_classification: true };
  const project = await createProject(
    [ana, ben],
    { gives: 'categories', names: ['normal', 'urgent'] },
    settings,
  );
  const rows: ExpectedRow[] = [];
  const add = async (example: number, text: string, by: Annotator, ...labels: readonly string[]) => {
    await project.label(by, example, ...labels);
    await project.confirm(by, example);
    rows.push(confirmed(example, text, by, ...labels));
  };
  for (let number = 0; number < 30; number++) {
    const text = `Ticket ${number} about "water" \\ \\u0000 पानी 😡\nline two`;
    await add(await project.example(text), text, ana, number % 2 === 0 ? 'urgent' : 'normal');
  }
  const disputed = await project.example('confirmed by two');
  await add(disputed, 'confirmed by two', ana, 'urgent');
  await add(disputed, 'confirmed by two', ben, 'normal');
  const half = await project.example('labelled by two, confirmed by one');
  await project.label(ben, half, 'normal');
  await add(half, 'labelled by two, confirmed by one', ana, 'urgent');
  const other = await project.example('labelled by one, confirmed by another');
  await project.label(ben, other, 'normal');
  await project.confirm(ana, other);
  await project.confirm(ana, await project.example('confirmed without a category'));

  const changed = await project.example('changed before it was confirmed');
  await project.label(ben, changed, 'urgent');
  await add(changed, 'changed before it was confirmed', ben, 'normal');
  const late = await project.example('changed after it was confirmed');
  await project.label(ben, late, 'urgent');
  await project.confirm(ben, late);
  await project.label(ben, late, 'normal');
  rows.push(confirmed(late, 'changed after it was confirmed', ben, 'normal'));

  const withdrawn = await project.example('confirmed, then no more');
  await project.label(ana, withdrawn, 'urgent');
  await project.confirm(ana, withdrawn);
  await project.confirm(ana, withdrawn);
  const deleted = await project.example('deleted');
  await project.label(ana, deleted, 'urgent');
  await project.confirm(ana, deleted);
  await project.call(ana, 'DELETE', `/examples/${deleted}`);
  await project.label(ana, await project.example('labelled only'), 'urgent');
  await project.example('not looked at');
  return { rows, pending: 3, unjudged: { 'of-others': 1, 'no-label': 1 } };
}

/**
 * Annotates by several categories a text, which two annotators share.
 *
 * @returns what the source `topics` is to give
 */
export async function annotateTogether(ana: Annotator, ben: Annotator): Promise<ExpectedSource> {
  const topics = ['roads', 'schools, all of them', 'water'];
  const project = await createProject([ana, ben], { gives: 'categories', names: topics });
  const alone = await project.example('confirmed by two before they shared');
  await project.label(ana, alone, 'water');
  await project.confirm(ana, alone);
  await project.label(ben, alone, 'water', 'roads');
  await project.confirm(ben, alone);
  const both = [ana, ben].map((by) =>
    confirmed(alone, 'confirmed by two before they shared', by, 'roads', 'water'),
  );
  await project.call(ana, 'PATCH', '', {
    resourcetype: 'TextClassificationProject',
    collaborative_annotation: true,
  });

  const rows = [...both];
  for (let number = 0; number < 32; number++) {
    const text = `Letter ${number}`;
    const example = await project.example(text);
    const labels = topics.filter((_, index) => (number >> index) % 2 === 1);
    await project.label(ana, example, ...labels.slice(1));
    await project.label(ben, example, ...labels.slice(0, 1));
    await project.confirm(ben, example);
    rows.push(confirmed(example, text, ben, ...labels));
  }
  const withdrawn = await project.example('confirmed by one, taken back by the other');
  await project.label(ana, withdrawn, 'roads');
  await project.confirm(ana, withdrawn);
  await project.confirm(ben, withdrawn);
  return { rows, pending: 1 };
}

/**
 * Annotates by several categories a text, each annotator alone, after an import by one of them.
 *
 * @returns what the source `imported` is to give
 */
export async function annotateImported(ana: Annotator, ben: Annotator): Promise<ExpectedSource> {
  const project = await createProject([ana, ben], { gives: 'categories', names: ['roads', 'water'] });
  const rows: ExpectedRow[] = [];
  for (let number = 0; number < 40; number++) {
    const example = await project.example(`Imported ${number}`);
    await project.label(ana, example, 'water');
    await project.confirm(ben, example);
    const own = await project.example(`Own ${number}`);
    await project.label(ben, own, ...(number % 4 === 0 ? [] : ['roads']));
    await project.confirm(ben, own);
    rows.push(confirmed(own, `Own ${number}`, ben, ...(number % 4 === 0 ? [] : ['roads'])));
  }
  return { rows, pending: 0, unjudged: { 'of-others': 40 } };
}

/**
 * Confirms examples of a project in which nobody ever gave a category, and writes texts in one that is no source.
 *
 * @returns what the source `unlabelled` is to give
 */
export async function annotateElsewhere(ana: Annotator, ben: Annotator): Promise<ExpectedSource> {
  const project = await createProject([ana, ben], { gives: 'categories', names: ['roads', 'water'] });
  for (let number = 0; number < 12; number++) {
    await project.confirm(ana, await project.example(`Without a category ${number}`));
  }
  const other = await createProject([ana, ben], { gives: 'texts' });
  const example = await other.example('Of another project');
  await other.label(ana, example, 'An answer of another project');
  await other.confirm(ana, example);
  return { rows: [], pending: 0, unjudged: { 'no-label': 12 } };
}

/**
 * Writes texts for texts, each annotator alone.
 *
 * @returns what the source `answers` is to give
 */
export async function writeAnswers(ana: Annotator, ben: Annotator): Promise<ExpectedSource> {
  const project = await createProject([ana, ben], { gives: 'texts' });
  const rows: ExpectedRow[] = [];
  const write = async (example: number, prompt: string, by: Annotator, ...answers: readonly string[]) => {
    const ids = await project.label(by, example, ...answers);
    await project.confirm(by, example);
    for (const [index, id] of ids.entries()) {
      rows.push({ id, prompt, completion: answers[index], group: prompt, annotator: String(by.id) });
    }
  };
  for (let number = 0; number < 20; number++) {
    const prompt = `Question ${number}\nमा?`;
    await write(
      await project.example(prompt),
      prompt,
      ana,
      `Answer ${number}`,
      `Better ${number}\n<b>two</b>`,
    );
  }
  const shared = await project.example('Answered by two');
  await write(shared, 'Answered by two', ana, 'Yes');
  await write(shared, 'Answered by two', ben, 'No');
  const half = await project.example('Confirmed by one');
  await project.label(ben, half, 'A draft');
  await write(half, 'Confirmed by one', ana, 'An answer');
  const late = await project.example('Answered again after it was confirmed');
  await write(late, 'Answered again after it was confirmed', ana, 'At first');
  const [again] = await project.label(ana, late, 'Later');
  const prompt = 'Answered again after it was confirmed';
  rows.push({ id: again, prompt, completion: 'Later', group: prompt, annotator: String(ana.id) });
  await project.label(ana, await project.example('Not confirmed'), 'A draft');
  const imported = await project.example('Imported by one, confirmed by the other');
  await project.label(ana, imported, 'A draft');
  await project.confirm(ben, imported);
  await project.confirm(ben, await project.example('Confirmed without an answer'));
  return { rows, pending: 1, unjudged: { 'of-others': 1, 'no-label': 1 } };
}
