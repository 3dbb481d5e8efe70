/**
 * Pure edits: a design goes in, a design comes out, and what did not change is shared, so that undo is a list of
 * designs. One file per theme. An edit that finds nothing to do answers the design it was given.
 */
export { blankDesign } from './blank.ts'
export { type Captured, type CaptureType, capture, captureTypes, readCapture } from './capture.ts'
export {
  type Fragment,
  type PasteOptions,
  copyFragment,
  duplicate,
  fragmentFormat,
  isFragment,
  pasteFragment,
} from './clipboard.ts'
export {
  type FieldValue,
  type ValueRecord,
  addElement,
  rename,
  setContext,
  setField,
  setSetting,
  updateAny,
  updateElement,
} from './element.ts'
export { callerOf, calleeOf, insertOnFlow, reconnectFlow, reverseFlow } from './flow.ts'
export {
  type FramingText,
  addAnswerKind,
  addMeasure,
  changeAnswerKind,
  changeMeasure,
  setFramingText,
  setNonGoals,
} from './framing.ts'
export { type InputPlace, type StateInput, inputEdit, inputValue } from './input.ts'
export {
  addAction,
  addAssumption,
  addControl,
  addDataAsset,
  addDecision,
  addIdentity,
  addQuestion,
  addRequirement,
  addRisk,
  addTreatment,
  addView,
  addWorkload,
  answerQuestion,
  completeTopics,
  setTopicComplete,
} from './intent.ts'
export { changeKind, changeProduct, statedFor } from './kind.ts'
export { newId } from './new-id.ts'
export { type NewPlace, clearPlaces, mainView, moveBoundary, setPlace, setPlaces, setRoute } from './place.ts'
export {
  type Group,
  type StepModifier,
  type StepTarget,
  addPlan,
  isModifier,
  moveStep,
  placeFlow,
  removeStep,
  setPlans,
  setStepModifier,
  unwrapGroup,
  wrapSteps,
} from './plan.ts'
export { removeElements, ungroup, variantsThatMention, withDependants } from './remove.ts'
export { moveView, type SavedSight, saveView, savedViews, updateView } from './saved-views.ts'
export { addSlide, moveSlide, removeSlide, setCaption, slidesOf } from './slides.ts'
export { addBoundary, addComponent, addFlow, groupIntoBoundary, moveToBoundary } from './structure.ts'
export { addVariant, adoptVariant, editWithin, setShown } from './variant.ts'
