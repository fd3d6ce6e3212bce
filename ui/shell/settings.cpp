#include "ui/shell/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace qob {
namespace {

using Qt::StringLiterals::operator""_L1;

constexpr int leastScale = 75;
constexpr int mostScale = 300;

int scaleIn(QJsonObject const& values)
{
    return std::clamp(values["scalePercent"_L1].toInt(100), leastScale, mostScale);
}

} // namespace

Settings::Settings(QString path, QObject* parent) : QObject(parent), m_path(std::move(path))
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    QJsonParseError problem;
    auto const document = QJsonDocument::fromJson(file.readAll(), &problem);
    file.close();
    if (document.isObject()) {
        m_values = document.object();
        return;
    }
    auto const aside = m_path + ".damaged"_L1;
    QFile::remove(aside);
    QFile::rename(m_path, aside);
    m_problem = tr("The settings cannot be read and are the default ones now: %1; kept as %2")
                    .arg(problem.errorString(), aside);
}

QString Settings::takeProblem()
{
    return std::exchange(m_problem, {});
}

void Settings::set(QString const& key, QJsonValue const& value)
{
    m_values[key] = value;
    if (m_path.isEmpty()) {
        return;
    }
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(m_values).toJson()) < 0 ||
        !file.commit()) {
        emit problem(tr("The settings cannot be saved: %1: %2").arg(m_path, file.errorString()));
    }
}

QString Settings::theme() const
{
    return m_values["theme"_L1].toString(QStringLiteral("dark"));
}

void Settings::setTheme(QString const& name)
{
    if (name != theme()) {
        set(QStringLiteral("theme"), name);
        emit lookChanged();
    }
}

QString Settings::language() const
{
    return m_values["language"_L1].toString();
}

void Settings::setLanguage(QString const& code)
{
    if (code != language()) {
        set(QStringLiteral("language"), code);
        emit lookChanged();
    }
}

int Settings::scalePercent() const
{
    return scaleIn(m_values);
}

int Settings::scaleOf(QString const& path)
{
    QFile file(path);
    bool const readable = !path.isEmpty() && file.open(QIODevice::ReadOnly);
    return scaleIn(readable ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject());
}

void Settings::setScalePercent(int percent)
{
    set(QStringLiteral("scalePercent"), std::clamp(percent, leastScale, mostScale));
}

QString Settings::workspace() const
{
    return m_values["workspace"_L1].toString();
}

void Settings::setWorkspace(QString const& name)
{
    set(QStringLiteral("workspace"), name);
}

QString Settings::imported(QString const& file) const
{
    return m_values["imported"_L1].toObject()[QFileInfo(file).absoluteFilePath()].toString();
}

void Settings::setImported(QString const& file, QString const& workspace)
{
    auto files = m_values["imported"_L1].toObject();
    files[QFileInfo(file).absoluteFilePath()] = workspace;
    set(QStringLiteral("imported"), files);
}

bool Settings::hotkeysOn() const
{
    return m_values["hotkeysOn"_L1].toBool(false);
}

void Settings::setHotkeysOn(bool on)
{
    if (on != hotkeysOn()) {
        set(QStringLiteral("hotkeysOn"), on);
        emit hotkeysSwitched(on);
    }
}

QKeySequence Settings::key(QString const& action, QKeySequence const& byDefault) const
{
    auto const chosen = m_values.value("keys"_L1).toObject().value(action);
    return chosen.isString() ? QKeySequence(chosen.toString(), QKeySequence::PortableText) : byDefault;
}

void Settings::setKey(QString const& action, QKeySequence const& keys)
{
    auto chosen = m_values["keys"_L1].toObject();
    chosen[action] = keys.toString(QKeySequence::PortableText);
    set(QStringLiteral("keys"), chosen);
    emit keysChanged();
}

void Settings::resetKeys()
{
    set(QStringLiteral("keys"), QJsonObject());
    emit keysChanged();
}

ConfirmRules Settings::confirmRules() const
{
    auto const chosen = m_values["confirm"_L1].toObject();
    ConfirmRules rules;
    rules.worthAbove = std::max(0, chosen["worthAbove"_L1].toInt(250'000));
    rules.throughPercent = std::clamp(chosen["throughPercent"_L1].toDouble(5), 0.0, 100.0);
    rules.closingAll = chosen["closingAll"_L1].toBool(true);
    return rules;
}

void Settings::setConfirmRules(ConfirmRules const& rules)
{
    set(QStringLiteral("confirm"),
        QJsonObject{
            {QStringLiteral("worthAbove"), rules.worthAbove},
            {QStringLiteral("throughPercent"), rules.throughPercent},
            {QStringLiteral("closingAll"), rules.closingAll}});
    emit confirmRulesChanged();
}

bool Settings::tourDone() const
{
    return m_values["tourDone"_L1].toBool(false);
}

void Settings::setTourDone(bool done)
{
    set(QStringLiteral("tourDone"), done);
}

} // namespace qob
