import { judgedChat } from '../support/judged-chat.ts';
import { type Assessment, type Case, feedback } from './tickets.ts';

/** Traces of a chat, in the second experiment. */
export function chats(): Case[] {
  return [
    ...Array.from({ length: 30 }, (_, index) => rated(index)),
    chat({ messages: [] }, 'An answer', 'no-request'),
    chat({ messages: [{ role: 'user', content: [{ type: 'image' }] }] }, 'An answer', 'no-request'),
    chat({ messages: ['a text'] }, 'An answer', 'no-request'),
    chat({ other: 1 }, 'An answer', 'no-request'),
    chat(
      { messages: [{ role: 'user', content: 'Is there an answer?' }] },
      { text: 'no choices' },
      'no-response',
    ),
    chat({ messages: [{ role: 'user', content: 'Is it blank?' }] }, ' ', 'no-response'),
  ];
}

function rated(index: number): Case {
  const { prompt, answer, wanted, completion, chosen } = judgedChat(index);
  // The same answer as a text, and as a chat completion has it.
  const outputs =
    index % 2 === 0 ? answer : { choices: [{ message: { role: 'assistant', content: answer } }] };
  const thumb = index % 3 !== 0;
  return {
    experiment: 'chats',
    inputs: { messages: prompt, temperature: 0.5 },
    outputs,
    assessments: [
      feedback('correct', index === 5 ? 'yes' : thumb, 'ana', {
        thumbs: { prompt, completion, label: thumb },
      }),
      feedback('correct', 'maybe', 'ben', { thumbs: 'other-type' }),
      expectation(wanted, {
        answers: { prompt, completion: chosen },
        pairs: index === 3 ? 'same-words' : { prompt, chosen, rejected: completion },
      }),
    ],
  };
}

function chat(inputs: unknown, outputs: unknown, cause: string): Case {
  const answers = cause === 'no-response' ? messagesAnswer(inputs) : cause;
  return {
    experiment: 'chats',
    inputs,
    outputs,
    assessments: [
      feedback('correct', true, 'ana', { thumbs: cause }),
      expectation('What it should say', { answers, pairs: cause }),
    ],
  };
}

/** An expected answer needs no given one. */
function messagesAnswer(inputs: unknown): Readonly<Record<string, unknown>> {
  const { messages } = inputs as { messages: unknown };
  return { prompt: messages, completion: [{ role: 'assistant', content: 'What it should say' }] };
}

function expectation(value: string, gives: Assessment['gives']): Assessment {
  return { ...feedback('expected_response', value, 'ana', gives), kind: 'expectation' };
}
