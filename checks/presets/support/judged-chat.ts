/** A chat whose answer a person has judged. */
export interface JudgedChat {
  readonly prompt: readonly { readonly role: string; readonly content: string }[];
  readonly answer: string;
  /** What the model should have answered: for chat 3 what it did answer. */
  readonly wanted: string;
  /** The answer, and the wanted one, as messages. */
  readonly completion: readonly object[];
  readonly chosen: readonly object[];
}

/** Returns a chat with a system message and a question. @param index makes its texts differ from those of others */
export function judgedChat(index: number): JudgedChat {
  const prompt = [
    { role: 'system', content: 'Be kind.' },
    { role: 'user', content: `Question ${index}: where is it?` },
  ];
  const answer = `Answer ${index}`;
  const wanted = index === 3 ? answer : `Better answer ${index}`;
  const [completion, chosen] = [answer, wanted].map((content) => [{ role: 'assistant', content }]);
  return { prompt, answer, wanted, completion, chosen };
}
