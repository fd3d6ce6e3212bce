#pragma once

#include "ui/shell/settings.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QTabWidget;
class QTableWidget;

namespace qob {

class MainWindow;

// What a user can choose for the whole terminal: its look, its keys, and what it asks before it acts. Every
// change is kept at once. GUI thread.
class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    // Keys are those of the window's actions and its panels'. Both must outlive it.
    SettingsDialog(Settings& settings, MainWindow& window);

    // Sets an action's key as its row would; what already had the key loses it.
    void setKey(QString const& action, QKeySequence const& keys);

private:
    struct KeyRow {
        QString id;
        QString text;
        QKeySequence byDefault;
        QStringList where; // the window, hotkeys, kinds of panels
    };

    QWidget* buildLook();
    QWidget* buildTrading();
    // A choice that makes the window anew: this dialog goes with the old one.
    void remakeWith(QComboBox& choices, void (Settings::*set)(QString const&));
    QWidget* buildKeys(MainWindow& window);
    void refreshKeys();

    Settings& m_settings;
    QTableWidget* m_table = nullptr;
    std::vector<KeyRow> m_keys;
};

} // namespace qob
