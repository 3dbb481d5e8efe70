import { useLiveQuery } from 'dexie-react-hooks'
import { ChevronDown, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { createWorkspace, listWorkspaces, renameWorkspace } from '../store/library.ts'
import { Button, Menu, TextField } from '../ui/index.ts'
import { switchWorkspace } from './library-actions.ts'

/** The open workspace, and the others behind a press: their names show nowhere else. */
export function WorkspaceMenu({ workspaceId }: { readonly workspaceId: string }) {
  const workspaces = useLiveQuery(listWorkspaces) ?? []
  const [renaming, setRenaming] = useState(false)
  const open = workspaces.find((one) => one.id === workspaceId)
  const add = async () => {
    const workspace = await createWorkspace('New workspace')
    await switchWorkspace(workspace.id)
    setRenaming(true)
  }
  if (renaming && open !== undefined) {
    return (
      <TextField
        key={open.id}
        ref={focusName}
        className="workspace-name-field"
        aria-label="Name of the workspace"
        value={open.name}
        onCommit={(name) => void renameWorkspace(open.id, name)}
        onBlurCapture={() => setRenaming(false)}
      />
    )
  }
  return (
    <Menu
      align="start"
      trigger={
        <Button tone="quiet" large className="workspace-name" aria-label={`Workspace ${open?.name ?? ''}`}>
          <span className="ellipsis">{open?.name ?? ''}</span>
          <ChevronDown size={16} aria-hidden />
        </Button>
      }
      entries={[
        ...workspaces.map((workspace) => ({
          label: workspace.name,
          checked: workspace.id === workspaceId,
          onSelect: () => void switchWorkspace(workspace.id),
        })),
        { label: 'Rename this workspace', icon: Pencil, startsSection: true, onSelect: () => setRenaming(true) },
        { label: 'New workspace', icon: Plus, onSelect: () => void add() },
      ]}
    />
  )
}

function focusName(field: HTMLInputElement | null): void {
  field?.select()
}
