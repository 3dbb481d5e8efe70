/** The fifteen questions by a stable name: `Design.answers['ai-act.<id>']` holds what a person said. */
export type QuestionId =
  | 'eu-nexus'
  | 'ai-system'
  | 'excluded'
  | 'role'
  | 'prohibited-practice'
  | 'safety-component'
  | 'annex-iii'
  | 'profiling'
  | 'narrow-task'
  | 'changed'
  | 'general-purpose-model'
  | 'systemic-risk'
  | 'interacts'
  | 'content'
  | 'rights-assessment'

export interface ActOption {
  readonly value: string
  readonly label: string
  readonly provision?: string
}

/** One question of the EU AI Act. An answer is always a list of options; a yes or no is a list of one. */
export interface ActQuestion {
  readonly id: QuestionId
  readonly number: number
  readonly text: string
  readonly help?: string
  readonly provision: string
  readonly type: 'yesNo' | 'one' | 'several'
  readonly options: readonly ActOption[]
  /** What an answer does, in a few words. */
  readonly effect: string
  /** Who would know. */
  readonly ask: string
}

/** The option that says that none of the others holds. */
export const none = 'none'

/** What is answered so far; a question that is not here is open. */
export type ActAnswers = Readonly<Partial<Record<QuestionId, readonly string[]>>>
