/** Whether what a page showed can be believed, and whether a source still yields what it used to. */
export { assessCapture, type CaptureAssessment } from "./assess-capture";
