/**
 * Pure edits: a design goes in, a design comes out, and what did not change is shared, so that undo is a list of
 * designs. One file per theme. An edit that finds nothing to do answers the design it was given.
 */
export { blankDesign } from './blank.ts'
export { type CaptureType, capture, captureTypes, readCapture } from './capture.ts'
export { type Fragment, copyFragment, duplicate, isFragment, pasteFragment } from './clipboard.ts'
export { addElement, rename, setContext, setField, setSetting } from './element.ts'
export { insertOnFlow, reconnectFlow, reverseFlow } from './flow.ts'
export {
  type FramingText,
  addAnswerKind,
  addMeasure,
  changeAnswerKind,
  changeMeasure,
  setFramingText,
  setNonGoals,
} from './framing.ts'
export { type InputPlace, inputEdit, inputValue } from './input.ts'
export {
  addAction,
  addDataAsset,
  addDecision,
  addQuestion,
  addRequirement,
  addTreatment,
  addWorkload,
  answerQuestion,
  completeTopics,
  setTopicComplete,
} from './intent.ts'
export { changeKind, changeProduct } from './kind.ts'
export { newId } from './new-id.ts'
export { clearPlaces, mainView, moveBoundary, setPlace, setPlaces } from './place.ts'
export { addPlan, moveStep, placeFlow, removeStep, setStepModifier, unwrapGroup, wrapSteps } from './plan.ts'
export { removeElements, ungroup, variantsThatMention } from './remove.ts'
export { moveView, renameView, type SavedSight, saveView, savedViews, updateView } from './saved-views.ts'
export { addSlide, moveSlide, removeSlide, setCaption, slidesOf } from './slides.ts'
export { addBoundary, addComponent, addFlow, groupIntoBoundary, moveToBoundary } from './structure.ts'
export { addStroke, removeStrokes, strokesOf } from './strokes.ts'
export { addVariant, adoptVariant, editWithin } from './variant.ts'
