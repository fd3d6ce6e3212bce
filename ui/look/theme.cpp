#include "ui/look/theme.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

namespace qob {
namespace {

struct Token {
    char const* name;
    QColor Theme::*color;
};

constexpr std::array tokens{
    Token{"window", &Theme::window},
    Token{"panel", &Theme::panel},
    Token{"raised", &Theme::raised},
    Token{"input", &Theme::input},
    Token{"line", &Theme::line},
    Token{"lineStrong", &Theme::lineStrong},
    Token{"text", &Theme::text},
    Token{"textStrong", &Theme::textStrong},
    Token{"textDim", &Theme::textDim},
    Token{"textFaint", &Theme::textFaint},
    Token{"accent", &Theme::accent},
    Token{"selection", &Theme::selection},
    Token{"hover", &Theme::hover},
    Token{"bid", &Theme::bid},
    Token{"bidBar", &Theme::bidBar},
    Token{"bidCell", &Theme::bidCell},
    Token{"ask", &Theme::ask},
    Token{"askBar", &Theme::askBar},
    Token{"askCell", &Theme::askCell},
    Token{"buyButton", &Theme::buyButton},
    Token{"sellButton", &Theme::sellButton},
    Token{"own", &Theme::own},
    Token{"ownCell", &Theme::ownCell},
    Token{"last", &Theme::last},
    Token{"good", &Theme::good},
    Token{"warn", &Theme::warn},
    Token{"bad", &Theme::bad},
    Token{"stale", &Theme::stale},
    Token{"sim", &Theme::sim},
    Token{"replay", &Theme::replay},
    Token{"live", &Theme::live},
};

} // namespace

QStringList themeNames()
{
    return {
        QStringLiteral("dark"),
        QStringLiteral("light"),
        QStringLiteral("colourBlind"),
        QStringLiteral("highContrast"),
    };
}

Expected<Theme>
loadTheme(QString const& path, QString const& name, QString const& uiFont, QString const& numberFont)
{
    auto const file = path.toStdString();
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::ConfigUnreadable, file);
    }
    QJsonParseError parse;
    auto const root = QJsonDocument::fromJson(in.readAll(), &parse).object();
    if (parse.error != QJsonParseError::NoError) {
        return fail(ErrorCode::ConfigSyntax, file + ": " + parse.errorString().toStdString());
    }
    Theme theme;
    theme.name = name;
    theme.uiFont = uiFont;
    theme.numberFont = numberFont;
    auto const found = root["tokens"].toObject();
    std::string wrong;
    auto const colorOf = [&](QString const& token) {
        const QColor color(found[token].toObject()[name].toString());
        if (!color.isValid() && wrong.empty()) {
            wrong = (token + QLatin1Char('.') + name).toStdString();
        }
        return color;
    };
    for (auto const& token : tokens) {
        theme.*token.color = colorOf(QLatin1String(token.name));
    }
    for (std::size_t i = 0; i < theme.links.size(); ++i) {
        theme.links[i] = colorOf(QStringLiteral("link%1").arg(i + 1));
    }
    if (!wrong.empty()) {
        return fail(ErrorCode::ConfigBadValue, file + ": tokens." + wrong + "; expected #rrggbb");
    }
    return theme;
}

QPalette paletteOf(Theme const& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.window);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.textFaint);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::Highlight, theme.selection);
    palette.setColor(QPalette::HighlightedText, theme.textStrong);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Disabled, QPalette::Text, theme.textFaint);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, theme.textFaint);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, theme.textFaint);
    return palette;
}

QString styleSheetOf(Theme const& theme, QString const& path)
{
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto sheet = QString::fromUtf8(in.readAll());
    sheet.replace(QStringLiteral("@uiFont"), theme.uiFont);
    sheet.replace(QStringLiteral("@numberFont"), theme.numberFont);
    for (auto const& token : tokens) {
        // Whole words only: @text must not eat the head of @textDim.
        const QRegularExpression word(QStringLiteral("@%1\\b").arg(QLatin1String(token.name)));
        sheet.replace(word, (theme.*token.color).name());
    }
    return sheet;
}

} // namespace qob
