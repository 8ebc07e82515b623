package io.quayside.web.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/**
 * Takes pictures of a running gateway's pages, wide and narrow, light and dark: {@code Shots URL KEY FOLDER [PAGE…]}, a
 * page as {@code name=/path}.
 */
final class Shots {
    private Shots() {}

    public static void main(String[] args) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1280, 390}) {
                try (BrowserContext context = Chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, width == 390 ? 844 : 800)
                                .setColorScheme(scheme))) {
                    shoot(
                            context.newPage(),
                            args,
                            "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        Chromium.browser().close();
        System.exit(0);
    }

    private static void shoot(Page page, String[] args, String suffix) {
        page.navigate(args[0] + "/login");
        picture(page, args[2], "login" + suffix);
        page.getByLabel("Key").fill(args[1]);
        page.locator("main button").click();
        for (int i = 3; i < args.length; i++) {
            String[] shot = args[i].split("=", 2);
            page.navigate(args[0] + shot[1]);
            picture(page, args[2], shot[0] + suffix);
        }
    }

    private static void picture(Page page, String folder, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(folder, name + ".png"))
                .setFullPage(true));
    }
}
