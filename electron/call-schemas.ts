import { z, type ZodType } from 'zod'
import { isCommandId, type CommandId } from '../shared/commands.ts'
import { isShortcut } from '../shared/shortcuts.ts'
import type { CallArguments, CallName } from '../shared/ipc.ts'
import { isPlainFileName } from './file-names.ts'
import { largestFileBytes } from './files.ts'

/** Files may bring any id; main uses none as it comes in a path. */
const id = z.string().min(1).max(20_000)
const handle = z.string().max(100)
const text = z.string().max(largestFileBytes)
const name = z.string().max(300)
const content = z.union([text, z.instanceof(Uint8Array)])
const plainName = z.string().refine(isPlainFileName)
const commandId = z.custom<CommandId>((value) => typeof value === 'string' && isCommandId(value))
const inWorkspace = z.strictObject({ workspaceId: id, handle })

/**
 * What the page may send with each call. The page is our own code, but it shows documents written by others:
 * should one of them ever get to run something there, it meets these walls.
 */
export const callSchemas: { [Name in CallName]: ZodType<CallArguments<Name>> } = {
  appInfo: z.tuple([]),
  pageReady: z.tuple([]),
  openDesign: z.tuple([]),
  readDesign: z.tuple([handle]),
  saveDesign: z.tuple([z.strictObject({ handle, text, overwrite: z.boolean().optional() })]),
  saveDesignAs: z.tuple([z.strictObject({ suggestedName: plainName, text })]),
  fileState: z.tuple([handle]),
  saveExport: z.tuple([
    z.strictObject({
      suggestedName: plainName,
      filters: z.array(z.strictObject({ name, extensions: z.array(z.string().regex(/^[\w.*-]{1,20}$/)) })).max(20),
      content,
    }),
  ]),
  chooseFolder: z.tuple([name]),
  readInFolder: z.tuple([z.strictObject({ folder: handle, name: plainName })]),
  writeInFolder: z.tuple([z.strictObject({ folder: handle, name: plainName, content })]),
  saveExportFolder: z.tuple([
    z.strictObject({
      title: name,
      files: z
        .array(z.strictObject({ name: plainName, content }))
        .min(1)
        .max(500),
    }),
  ]),
  revealFile: z.tuple([handle]),
  recentFiles: z.tuple([id]),
  rememberRecent: z.tuple([inWorkspace]),
  forgetRecent: z.tuple([inWorkspace]),
  clearRecent: z.tuple([id]),
  writeBackup: z.tuple([
    z.strictObject({ workspaceId: id, designId: id, designName: name, workspaceName: name.optional(), text }),
  ]),
  listBackups: z.tuple([z.strictObject({ workspaceId: id.optional(), designId: id.optional() })]),
  readBackup: z.tuple([z.string().max(300)]),
  eraseBackups: z.tuple([z.strictObject({ workspaceId: id, designId: id.optional() })]),
  printToPdf: z.tuple([z.strictObject({ html: text, landscape: z.boolean().optional() })]),
  editText: z.tuple([z.enum(['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'])]),
  setTitle: z.tuple([z.strictObject({ title: name, edited: z.boolean(), handle: handle.optional() })]),
  setMenuState: z.tuple([
    z.strictObject({
      disabled: z.array(commandId),
      checked: z.array(commandId),
      workspaceId: id.optional(),
      shortcuts: z.array(z.strictObject({ id: commandId, keys: z.string().refine(isShortcut).optional() })).optional(),
    }),
  ]),
  setTheme: z.tuple([z.enum(['system', 'light', 'dark'])]),
  toggleFullScreen: z.tuple([]),
  openAudience: z.tuple([]),
  answerClose: z.tuple([z.boolean()]),
}
