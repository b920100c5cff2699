/** The ids of a page's cells, made of what they show. */
export class Ids {
  readonly #taken = new Set<string>();

  /** `name`, or with a number behind it where something else has that id. */
  take(name: string): string {
    let id = name;
    for (let count = 2; this.#taken.has(id); count += 1) id = `${name}.${count}`;
    this.#taken.add(id);
    return id;
  }
}

export const stepId = (step: string): string => `step-${step}`;
export const participantId = (participant: string): string => `participant-${participant}`;
