// What a person does on the page.

/** Opens the page with a state, and waits until it shows an answer, an error or what is missing. */
export async function open(page, gateway, state) {
  await page.goto('about:blank');
  await page.goto(`${gateway.address}/${state ? `#${new URLSearchParams(state)}` : ''}`);
  await settled(page);
}

export async function settled(page) {
  await page.locator('#result:not([aria-busy])').locator(':is([data-drawn], #chart .empty, .error, .welcome)').first().waitFor();
}

export const plot = (page) => page.locator('.plot[data-drawn]');

/** The number of the plot's pixels that have a colour of its own, which grid and text have not. */
export const colours = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('.plot canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] > 128 && Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 60) count++;
    }
    return count;
  });
