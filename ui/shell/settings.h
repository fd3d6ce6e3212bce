#pragma once

#include "ui/models/order_guard.h"

#include <QJsonObject>
#include <QKeySequence>
#include <QObject>
#include <QString>

namespace qob {

// What a user chose for the whole terminal, kept in one JSON file. Each change is written at once; a value
// that is missing or of the wrong kind is the default. GUI thread.
class Settings final : public QObject {
    Q_OBJECT

public:
    // An empty path: nothing is kept on disk.
    explicit Settings(QString path, QObject* parent = nullptr);

    // What is chosen from now on is for this run only.
    void keepNothing() { m_path.clear(); }

    // Why the file could not be read, as a sentence, once; empty: nothing is wrong. It is then set aside as
    // "<path>.damaged".
    [[nodiscard]] QString takeProblem();

    [[nodiscard]] QString theme() const;
    void setTheme(QString const& name);

    // "de"; empty: the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(QString const& code);

    // Of everything, in percent, 75 to 300. Read when the program starts.
    [[nodiscard]] int scalePercent() const;

    // The same of a file, which is left alone whatever is in it; 100 where it cannot be read.
    [[nodiscard]] static int scaleOf(QString const& path);
    void setScalePercent(int percent);

    [[nodiscard]] QString workspace() const;
    void setWorkspace(QString const& name);

    // The workspace that a file was imported as last; empty: it never was.
    [[nodiscard]] QString imported(QString const& file) const;
    void setImported(QString const& file, QString const& workspace);

    // Single keys that trade: off until switched on.
    [[nodiscard]] bool hotkeysOn() const;
    void setHotkeysOn(bool on);

    // The key of an action, by its id; the default where the user chose none.
    [[nodiscard]] QKeySequence key(QString const& action, QKeySequence const& byDefault) const;
    void setKey(QString const& action, QKeySequence const& keys);
    void resetKeys();

    // What is asked about before it is done: by default orders worth more than 250,000, prices 5 % through
    // the market, and closing everything.
    [[nodiscard]] ConfirmRules confirmRules() const;
    void setConfirmRules(ConfirmRules const& rules);

    [[nodiscard]] bool tourDone() const;
    void setTourDone(bool done);

signals:
    void lookChanged(); // theme or language
    void keysChanged();
    void hotkeysSwitched(bool on);
    void confirmRulesChanged();
    void problem(QString const& text); // the file could not be written

private:
    void set(QString const& key, QJsonValue const& value);

    QString m_path;
    QJsonObject m_values;
    QString m_problem;
};

} // namespace qob
