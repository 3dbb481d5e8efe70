import './panels.css'
import './inspector/inspector.css'
import './palette/palette.css'
import './status/status.css'

export { BottomPanels } from './BottomPanels.tsx'
export { InspectorPanel } from './inspector/InspectorPanel.tsx'
export { LeftPanel } from './tree/LeftPanel.tsx'
export { StatusBar } from './status/StatusBar.tsx'
