import { amount, assumed, availabilityField, fact } from './fields/declare-field.ts'
import type { Field } from './fields/field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { foolingFacts } from './fields/learning-facts.ts'
import { modelFacts, vendorFacts } from './llm.ts'
import { priceOf, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'
import { addResult, adds } from './parts/results.ts'

const hostedModel = availabilityField(0.995, 'assumed: hosted models, no dated source', 0.99, 0.999)
const perMillion = constant('Characters per price unit', 1_000_000)
const overBook = { help: 'Over the price book.' }

const heard = ownTime(1500, 4000, 'assumed: one spoken turn of some ten seconds', 400, 4000)

export const speechToText = defineKind({
  id: 'speech-to-text',
  title: 'Speech to text',
  summary: 'Writes down what is said.',
  family: 'models',
  icon: 'mic',
  keywords: ['transcription', 'whisper', 'asr', 'dictation', 'call centre', 'voice', 'audio', 'stt', 'meeting'],
  traits: ['vendor-hosted', 'streams'],
  settings: {
    ...modelFacts,
    ...vendorFacts,
    consent: fact('People know', 'Do the people recorded know of it and agree?', 'Data protection officer', {
      first: true,
    }),
    wordErrors: share('Words wrong', 'What share of words is wrong, in our voices and languages?'),
    ...heard.fields,
    ...hostedModel,
    usdPerMinute: amount('Price per minute', 'USD/minute', overBook),
  },
  call: {
    minutes: amount('Minutes of audio', 'minutes', { first: true, ...assumed(0.5, 0.1, 5, 'one spoken turn') }),
    tokensPerMinute: amount('Tokens per minute', 'tokens', {
      help: 'People speak about 150 words a minute.',
      ...assumed(200, 150, 260, '150 words a minute, 4 tokens for 3 words'),
    }),
  },
  place: 30,
  mode: 'sync',
  time: ({ settings }) => heard.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => [
    technology(
      'minutes',
      'Audio heard',
      product(call.input('minutes'), priceOf(settings, 'usdPerMinute', prices, 'speech.minutes', model)),
    ),
  ],
  answers: ({ call }) => adds({ tokens: product(call.input('minutes'), call.input('tokensPerMinute')) }),
})

function share(label: string, question: string): Field {
  return { type: 'number', label, unit: 'share', min: 0, max: 1, fact: true, question, ask: 'Quality lead' }
}

const spoken = ownTime(400, 1200, 'assumed: until the first sound', 150, 1000)

export const textToSpeech = defineKind({
  id: 'text-to-speech',
  title: 'Text to speech',
  summary: 'Says aloud what is written.',
  family: 'models',
  icon: 'volume-2',
  keywords: ['voice', 'tts', 'polly', 'elevenlabs', 'synthesis', 'ivr', 'audio', 'read aloud', 'avatar'],
  traits: ['vendor-hosted', 'streams', 'makes-media', 'returns-verdict'],
  settings: {
    ...modelFacts,
    ...vendorFacts,
    saysAi: fact('Says that it is AI', 'Are people told that a machine speaks?', 'Product owner', { first: true }),
    clonedVoice: fact('A real voice copied', 'Is the voice that of a real person, with their consent?', 'Legal'),
    ...spoken.fields,
    ...hostedModel,
    usdPerMCharacters: amount('Price', 'USD/1M characters', overBook),
  },
  call: {
    characters: amount('Characters', 'characters', { first: true, ...assumed(600, 100, 2500, 'a spoken answer') }),
  },
  place: 80,
  mode: 'stream',
  time: ({ settings }) => spoken.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => [
    technology(
      'characters',
      'Characters spoken',
      quotient(
        product(call.input('characters'), priceOf(settings, 'usdPerMCharacters', prices, 'voice.characters', model)),
        perMillion,
      ),
    ),
  ],
})

const drawn = ownTime(8000, 20_000, 'assumed: one picture of a hosted model', 3000, 25_000)

export const imageGeneration = defineKind({
  id: 'image-generation',
  title: 'Image generation',
  summary: 'Makes pictures from words or other pictures.',
  family: 'models',
  icon: 'image',
  keywords: ['diffusion', 'dall-e', 'imagen', 'flux', 'stable diffusion', 'midjourney', 'picture', 'multimodal'],
  traits: ['vendor-hosted', 'makes-media', 'returns-verdict'],
  settings: {
    ...modelFacts,
    ...vendorFacts,
    marked: fact('Marked as made by AI', 'Do pictures carry a mark that a machine made them?', 'Product owner', {
      first: true,
    }),
    rightsCleared: fact('Rights are cleared', 'Does the vendor stand in for copyright claims?', 'Legal', {
      first: true,
    }),
    ...drawn.fields,
    ...hostedModel,
    usdPerImage: amount('Price per image', 'USD/image', overBook),
  },
  call: { images: amount('Images', 'images', { first: true, integer: true, ...assumed(1, 1, 4) }) },
  place: 70,
  time: ({ settings }) => drawn.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => [
    technology(
      'images',
      'Images made',
      product(call.input('images'), priceOf(settings, 'usdPerImage', prices, 'image.images', model)),
    ),
  ],
})

const seen = ownTime(350, 1000, 'assumed: one picture of a hosted service', 60, 900)

export const visionModel = defineKind({
  id: 'vision-model',
  title: 'Vision model',
  summary: 'Says what is in a picture or video: objects, faces, defects, text.',
  family: 'models',
  icon: 'scan-eye',
  keywords: [
    'rekognition',
    'detection',
    'classification',
    'yolo',
    'camera',
    'face',
    'inspection',
    'cognitive services',
  ],
  traits: ['predicts', 'vendor-hosted'],
  settings: {
    ...modelFacts,
    ...vendorFacts,
    biometric: fact(
      'Tells people apart',
      'Does it identify or sort people by face or body?',
      'Data protection officer',
      {
        first: true,
      },
    ),
    driftMonitored: fact('Drift is watched', 'Is drift of pictures and results watched?', 'Data science', {
      first: true,
    }),
    ...foolingFacts,
    ...seen.fields,
    ...hostedModel,
    usdPerImage: amount('Price per image', 'USD/image', overBook),
  },
  call: {
    images: amount('Images', 'images', { first: true, integer: true, ...assumed(1, 1, 10) }),
    resultTokens: amount('Result', 'tokens', { first: true, ...assumed(80, 20, 400, 'labels and places') }),
  },
  place: 60,
  time: ({ settings }) => seen.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => [
    technology(
      'images',
      'Images seen',
      product(call.input('images'), priceOf(settings, 'usdPerImage', prices, 'vision.images', model)),
    ),
  ],
  answers: addResult,
})

const translated = ownTime(250, 800, 'assumed: a hosted service, one paragraph', 80, 700)

/** English text, a common rule of thumb. */
const charactersPerToken = constant('Characters per token', 4)

export const translation = defineKind({
  id: 'translation',
  title: 'Translation',
  summary: 'Turns text into another language.',
  family: 'models',
  icon: 'languages',
  keywords: ['deepl', 'translate', 'localisation', 'language', 'multilingual', 'machine translation', 'glossary'],
  traits: ['vendor-hosted'],
  settings: {
    ...modelFacts,
    ...vendorFacts,
    glossary: fact('Own words kept', 'Is there a glossary of terms that must stay as they are?', 'Business owner', {
      first: true,
    }),
    ...translated.fields,
    ...hostedModel,
    usdPerMCharacters: amount('Price', 'USD/1M characters', { first: true, help: 'As the offer says.' }),
  },
  call: {
    characters: amount('Characters', 'characters', { first: true, ...assumed(2000, 200, 10_000, 'one page') }),
  },
  place: 40,
  time: ({ settings }) => translated.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => [
    technology(
      'characters',
      'Characters translated',
      quotient(
        product(
          call.input('characters'),
          priceOf(settings, 'usdPerMCharacters', prices, 'translation.characters', model),
        ),
        perMillion,
      ),
    ),
  ],
  answers: ({ call }) => adds({ tokens: quotient(call.input('characters'), charactersPerToken) }),
})
