import { BookOpen, Download, FileUp, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { removePack, setPackOff } from '../../shared/standards/edit-standards.ts'
import { newPackText } from '../../shared/standards/pack-text.ts'
import { printPack } from '../../shared/standards/print-standards.ts'
import type { RulePack, Standards } from '../../shared/standards/standards.ts'
import { Badge, Button, EmptyState, IconButton, SeverityMark, Switch } from '../ui/index.ts'
import { change } from './change.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { count, exportPack } from './files.ts'
import { PackEditor } from './PackEditor.tsx'

interface PacksTabProps {
  readonly standards: Standards
  readonly onImport: (fileName: string, text: string) => void
}

/** Rules of the house, written here or come as files: switched on and off as a whole, edited, handed on, removed. */
export function PacksTab({ standards, onImport }: PacksTabProps) {
  const packs = standards.packs ?? []
  const [edited, setEdited] = useState<Edited | undefined>(undefined)
  if (edited !== undefined) return <PackEditor {...edited} standards={standards} onClose={() => setEdited(undefined)} />
  const write = (
    <Button icon={Plus} onClick={() => setEdited({ opened: newPackText(packs.map(({ id }) => id)) })}>
      Write a pack
    </Button>
  )
  if (packs.length === 0) {
    return (
      <EmptyState
        icon={BookOpen}
        text="No rules of your own yet: write a pack here, or import one as a JSON file."
        action={
          <div className="standards-bar">
            {write}
            <ChooseFile
              label="Import a pack..."
              title="A standards file with packs (JSON)"
              icon={FileUp}
              onChoose={onImport}
            />
          </div>
        }
      />
    )
  }
  return (
    <div className="standards-scroll">
      {packs.map((pack) => (
        <Pack
          key={pack.id}
          pack={pack}
          standards={standards}
          onEdit={() => setEdited({ opened: printPack(pack), replaces: pack.id })}
        />
      ))}
      <div className="standards-pack-new">{write}</div>
    </div>
  )
}

/** The text of a pack that is being written, and the pack that it replaces. */
interface Edited {
  readonly opened: string
  readonly replaces?: string
}

interface PackProps {
  readonly pack: RulePack
  readonly standards: Standards
  readonly onEdit: () => void
}

function Pack({ pack, standards, onEdit }: PackProps) {
  const isOff = pack.off === true
  return (
    <section className="standards-pack" data-pack={pack.id} data-off={isOff} aria-label={pack.title}>
      <header className="standards-rule-line">
        <Switch
          label={`Rules of ${pack.title}`}
          checked={!isOff}
          onChange={(on) => void change(standards, setPackOff(standards, pack.id, !on))}
        />
        <strong className="ellipsis">{pack.title}</strong>
        <span className="muted standards-grow">
          {[
            pack.edition,
            count(pack.rules.length, 'rule'),
            pack.source,
            pack.approver && `exceptions: ${pack.approver}`,
          ]
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </span>
        {isOff ? <Badge>switched off</Badge> : null}
        <Button tone="quiet" icon={Pencil} onClick={onEdit}>
          Edit
        </Button>
        <Button tone="quiet" icon={Download} onClick={() => void exportPack(pack)}>
          Export...
        </Button>
        <IconButton
          label={`Remove ${pack.title}`}
          icon={Trash2}
          onClick={() => void change(standards, removePack(standards, pack.id), `Removed ${pack.title}.`)}
        />
      </header>
      <ul className="standards-pack-rules">
        {pack.rules.map(({ id, title, severity }) => (
          <li key={id}>
            <SeverityMark severity={severity} />
            <code className="standards-id">{id}</code> <span className="ellipsis">{title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
