/** Whether what a page showed can be believed, and whether a source still yields what it used to. */
export { assessCapture, type Capture, type CaptureAssessment, type LastGoodCapture } from "./assess-capture";
export {
  judgeShape,
  learnShape,
  type RunShape,
  type ShapeBaseline,
  type ShapeJudgement,
  type ShapeVerdict,
} from "./shape-baseline";
