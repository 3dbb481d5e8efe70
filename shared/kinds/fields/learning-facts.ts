import { fact } from './declare-field.ts'
import type { Fields } from './field.ts'

/** What is asked of everything that makes or changes a model: whose words it learns, and whether they were its own. */
export const learningFacts = {
  influenceCapped: fact(
    'Each person’s share is limited',
    'Is new data kept apart until it is checked, and the share that one person can have of it limited?',
    'Data science',
  ),
  ownOutputFiltered: fact(
    'Own answers kept out',
    'Is what the model wrote itself kept out, or checked by people before it is learned?',
    'Data science',
  ),
  perTenant: fact(
    'One model for each tenant',
    'Does each tenant get a model that learned from its own data only?',
    'Data science',
  ),
} satisfies Fields

/** What is asked of models that score or classify: whether fooling them pays, and whether somebody tried. */
export const foolingFacts = {
  worthFooling: fact(
    'Somebody gains by fooling it',
    'Does anybody gain when it is wrong: money, access, safety?',
    'Product owner',
  ),
  hardened: fact(
    'Trained against tricks',
    'Was it trained and tested with inputs that were made to fool it?',
    'Data science',
  ),
} satisfies Fields
