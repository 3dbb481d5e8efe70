/**
 * What engines ask. No engine branches on a kind's id. A new trait is added here with one sentence.
 */
export type Trait =
  | 'person' // a human being at work or at the keyboard; its time is not machine time
  | 'starts-requests' // an actor: each arrow out of it can be an action
  | 'client' // shows answers to a person
  | 'renders-output' // turns model text into something a browser or shell interprets
  | 'entry' // terminates outside traffic (gateway)
  | 'limits-rate' // can refuse callers above a rate
  | 'generates-text' // a generative model
  | 'fronts-models' // stands before generative models and answers for them (model gateway)
  | 'embeds' // turns text into vectors
  | 'ranks' // orders documents
  | 'predicts' // a classical model: scores, classes
  | 'vendor-hosted' // by default run by another organisation, which sees what it is sent
  | 'managed' // somebody else runs it over copies of its own: what is promised of it covers them all
  | 'self-hosted' // runs on machines that this design pays for
  | 'makes-media' // makes pictures, sound or video that could be taken for real
  | 'plans-actions' // chooses its own next step from model output (an agent)
  | 'runs-actions' // does something in the world when called (a tool)
  | 'external-tools' // brings tools of others (MCP)
  | 'runs-code' // executes generated code
  | 'passive' // answers only: arrows out of it are pulls
  | 'delivers' // passive, yet pushes what it holds to whom it points at (queue, stream)
  | 'streams' // can answer in parts
  | 'stores-data' // keeps data between requests
  | 'answers-search' // retrieves by similarity or keywords
  | 'caches' // may answer instead of the rest
  | 'memory' // keeps what one conversation said for a later one
  | 'ingests' // brings outside content in
  | 'splits-documents' // chunking, parsing, OCR
  | 'gates' // a verdict on what it is sent; may stop it
  | 'filters-content' // a gate that judges content by model or pattern (probabilistic unless its settings say otherwise)
  | 'deterministic-gate' // a gate that decides by rule or by a person (may close a threat)
  | 'human-gate' // a person decides
  | 'evaluates' // measures quality
  | 'trains' // makes or changes a model
  | 'versions-prompts' // keeps prompts by version
  | 'versions-models' // keeps models by version
  | 'observes' // receives telemetry
  | 'watches-drift' // compares what a model sees and answers with what it was made for
  | 'releases' // builds, tests and brings changes into production
  | 'splits-traffic' // says who gets which version
  | 'authenticates' // knows who somebody is
  | 'keeps-secrets' // a vault
  | 'buffers' // takes bursts (queue)
  | 'orchestrates' // runs the application's own steps
  | 'joins-calls' // called by several branches, runs once when all arrived (merge)
  | 'returns-verdict' // its answer says nothing about the world: adds nothing to what is in hand
  | 'only-words' // a word on the canvas: no arrow leads to it or from it
  | 'unknown-kind' // stands for a kind that this version does not know
