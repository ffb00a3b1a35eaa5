import { expect, test } from "vitest";
import { openShadowRoots } from "./open-shadow-roots";

test("what stands in an open shadow root is part of the page, what stands in other templates is not", () => {
  expect(
    openShadowRoots(
      '<x-card><template shadowrootmode="open"><p>Seen</p><template><i>Kept aside</i></template></template></x-card><template shadowrootmode=closed>No</template>',
    ),
  ).toBe(
    "<x-card><div data-shadow-root><p>Seen</p><template><i>Kept aside</i></template></div></x-card><template shadowrootmode=closed>No</template>",
  );
});

test("markup without shadow roots comes back as it is, and broken templates do no harm", () => {
  expect(openShadowRoots("<template><p>a</p></template>")).toBe("<template><p>a</p></template>");
  expect(openShadowRoots("</template><template shadowrootmode='open'>b")).toBe("</template><div data-shadow-root>b");
});
