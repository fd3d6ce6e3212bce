#include "ui/shell/terminal.h"

#include "ui/charts/heat_map.h"
#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QPixmap>
#include <QStyleFactory>
#include <QTimer>

#include <cmath>
#include <cstdio>

namespace qob {
namespace {

void sayError(QString const& sentence)
{
    std::fputs(qUtf8Printable(sentence + QLatin1Char('\n')), stderr);
}

void scheduleScreenshot(MainWindow& window, TerminalOptions const& options)
{
    auto const after = static_cast<int>(std::lround(options.screenshotAfterSeconds * 1000));
    QTimer::singleShot(after, &window, [&window, file = options.screenshotFile] {
        const bool saved = window.grab().save(file);
        if (!saved) {
            sayError(QObject::tr("The screenshot could not be written to %1").arg(file));
        }
        QCoreApplication::exit(saved ? 0 : 1);
    });
}

} // namespace

int runTerminal(
    int argc,
    char** argv,
    Session& session,
    Clock const& clock,
    ClOrdIdSource& ids,
    TerminalOptions const& options
)
{
    QApplication::setApplicationName(QStringLiteral("qob"));
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    auto const fonts = loadFonts();
    auto const theme = loadTheme(QStringLiteral(":/themes/dark.json"), fonts.ui, fonts.number);
    if (!theme) {
        sayError(QString::fromStdString(theme.error().message()));
        return 1;
    }
    QApplication::setPalette(paletteOf(*theme));
    application.setStyleSheet(styleSheetOf(*theme, QStringLiteral(":/themes/terminal.qss")));

    TerminalModels models(session, clock, ids);
    models.market.setFirstChoice(options.firstSymbol);
    MainWindow window(models, *theme);
    window.setWindowTitle(
        options.title.isEmpty() ? QStringLiteral("qob") : QStringLiteral("qob · %1").arg(options.title)
    );
    if (options.onFirstHeatMap) {
        QObject::connect(window.heatMap(), &HeatMap::firstPainted, options.onFirstHeatMap);
    }
    window.resize(options.size);
    window.show();
    models.bridge.start();
    if (!options.screenshotFile.isEmpty()) {
        scheduleScreenshot(window, options);
    }
    return QApplication::exec();
}

} // namespace qob
