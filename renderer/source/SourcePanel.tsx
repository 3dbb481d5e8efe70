import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Design } from '../../shared/design/design.ts'
import { printDesign } from '../store/design-file.ts'
import type { Problem } from '../../shared/design/problem.ts'
import { typographic } from '../../shared/design/typographic.ts'
import { designStore, editDocument } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { watchTheme } from './editor-theme.ts'
import { createJsonEditor, endEditor, goToProblem, type JsonEditor, markProblems, replaceText } from './json-editor.ts'
import { readTyped } from './read-typed.ts'
import './source.css'

const restMs = 400

/**
 * The design as text, in step with the canvas both ways. What is typed is taken as one edit as soon as it can be read;
 * until then it stays here as typed, and the design stays as it was.
 */
export function SourcePanel() {
  const place = useRef<HTMLDivElement>(null)
  const editorRef = useRef<JsonEditor | undefined>(undefined)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [refused, setRefused] = useState(false)

  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const { document: opened, readOnly } = designStore.getState()
    const editor = createJsonEditor(element, 'design', printDesign(opened), {
      readOnly,
      readOnlyMessage: { value: 'This design is of a newer version, or opened to be read only.' },
      // The panel is low: lists of proposals must be able to stand out of it.
      fixedOverflowWidgets: true,
    })
    editorRef.current = editor
    // The document that the text stands for; a different one in the store means that somebody drew.
    let shown: Design = opened
    let typing = false
    let timer: ReturnType<typeof setTimeout> | undefined

    const show = (list: readonly Problem[], failed: boolean) => {
      setProblems(list)
      setRefused(failed)
      markProblems(editor, list)
    }
    const read = () => {
      typing = false
      const present = designStore.getState().document
      const { design, problems: found } = readTyped(editor.getValue(), present)
      show(found, design === undefined)
      if (design === undefined || printDesign(design) === printDesign(present)) return
      shown = design
      editDocument('Edit as text', () => design)
    }
    const showProblems = () => show(readTyped(editor.getValue(), designStore.getState().document).problems, false)
    showProblems()
    const typed = editor.onDidChangeModelContent((event) => {
      if (event.isFlush) return
      typing = true
      clearTimeout(timer)
      timer = setTimeout(read, restMs)
    })
    const unsubscribe = designStore.subscribe(({ document }) => {
      if (document === shown || typing) return
      shown = document
      // Typed text that could not be read is not thrown away by a stroke on the canvas of another tab.
      replaceText(editor, printDesign(document))
      clearTimeout(timer)
      typing = false
      showProblems()
    })
    const unselect = viewStore.subscribe((state, before) => {
      const [id] = state.selection
      if (state.selection !== before.selection && id !== undefined) revealId(editor, id)
    })
    return () => {
      if (typing) read()
      clearTimeout(timer)
      typed.dispose()
      unsubscribe()
      unselect()
      endEditor(editor)
    }
  }, [])

  useEffect(watchTheme, [])

  return (
    <div className="source-panel">
      <div ref={place} className="source-editor" />
      {problems.length === 0 ? null : (
        <ul className="source-problems" aria-label="Problems in the text">
          {problems.slice(0, 50).map((problem) => (
            <li key={`${problem.code} ${problem.path} ${problem.sentence}`}>
              <button type="button" className="source-problem" onClick={() => goToProblem(editorRef.current, problem)}>
                {problem.level === 'error' ? (
                  <CircleAlert size={14} className="source-error" aria-label="Error" />
                ) : (
                  <TriangleAlert size={14} className="source-warning" aria-label="Warning" />
                )}
                {problem.sentence.startsWith('Line ') ? null : (
                  <span className="faint">{problem.line === undefined ? problem.code : `Line ${problem.line}`}</span>
                )}
                <span>{typographic(problem.sentence)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <output className="source-bar">
        {refused ? (
          <>
            <CircleAlert size={14} className="source-error" aria-hidden />
            This text cannot be taken as it stands. The design is as it was; what you typed stays here.
          </>
        ) : (
          <>
            <CircleCheck size={14} className="source-fine" aria-hidden />
            <span className="muted">
              In step with the canvas{problems.length > 0 ? `, ${problems.length} to look at` : ''}
            </span>
          </>
        )}
      </output>
    </div>
  )
}

/** Shows where an element stands in the text, without taking the focus from the canvas. */
function revealId(editor: JsonEditor, id: string): void {
  const model = editor.getModel()
  const [match] = model?.findMatches(`"id": ?"${id}"`, false, true, true, null, false, 1) ?? []
  if (match === undefined) return
  editor.revealLineInCenterIfOutsideViewport(match.range.startLineNumber)
  editor.setSelection(match.range)
}
