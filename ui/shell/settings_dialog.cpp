#include "ui/shell/settings_dialog.h"

#include "ui/look/theme.h"
#include "ui/models/display_text.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/panel_dock.h"
#include "ui/shell/panel_keys.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>
#include <set>

namespace qob {
namespace {

QString themeText(QString const& name)
{
    return name == QLatin1String("light")          ? SettingsDialog::tr("Light")
           : name == QLatin1String("colourBlind")  ? SettingsDialog::tr("For colour-blind eyes")
           : name == QLatin1String("highContrast") ? SettingsDialog::tr("High contrast")
                                                   : SettingsDialog::tr("Dark");
}

QString const ofWindow = QStringLiteral("window");
QString const ofHotkeys = QStringLiteral("hotkeys");

// Whether one key could mean a command in one place and one in the other; Qt then does neither. Single keys
// are taken before all others.
bool wouldMeet(QStringList const& some, QStringList const& others)
{
    bool const single = some.contains(ofHotkeys) || others.contains(ofHotkeys);
    return std::any_of(some.begin(), some.end(), [&](QString const& one) {
        return others.contains(one) || (!single && (one == ofWindow || others.contains(ofWindow)));
    });
}

constexpr std::array scales{75, 100, 125, 150, 175, 200, 250, 300};

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, MainWindow& window)
    : QDialog(&window)
    , m_settings(settings)
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(620, 560);
    auto* column = new QVBoxLayout(this);
    auto* tabs = new QTabWidget(this);
    tabs->addTab(buildLook(), tr("Look"));
    tabs->addTab(buildTrading(), tr("Trading"));
    tabs->addTab(buildKeys(window), tr("Keys"));
    column->addWidget(tabs, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addWidget(buttons);
}

QWidget* SettingsDialog::buildLook()
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(10);
    auto* themes = new QComboBox(page);
    themes->setObjectName(QStringLiteral("theme"));
    for (auto const& name : themeNames()) {
        themes->addItem(themeText(name), name);
    }
    themes->setCurrentIndex(themes->findData(m_settings.theme()));
    remakeWith(*themes, &Settings::setTheme);
    form->addRow(tr("Colours"), themes);
    auto* spoken = new QComboBox(page);
    spoken->setObjectName(QStringLiteral("language"));
    spoken->addItem(tr("As the system"), QString());
    for (auto const& language : languages()) {
        spoken->addItem(QString::fromUtf8(language.name), QString::fromLatin1(language.code));
    }
    spoken->setCurrentIndex(std::max(0, spoken->findData(m_settings.language())));
    remakeWith(*spoken, &Settings::setLanguage);
    form->addRow(tr("Language"), spoken);
    auto* scale = new QComboBox(page);
    scale->setObjectName(QStringLiteral("scale"));
    for (int const percent : scales) {
        scale->addItem(percentText(percent, 0), percent);
    }
    scale->setCurrentIndex(std::max(0, scale->findData(m_settings.scalePercent())));
    connect(scale, &QComboBox::activated, this, [this, scale] {
        m_settings.setScalePercent(scale->currentData().toInt());
    });
    form->addRow(tr("Size of everything"), scale);
    auto* note = new QLabel(tr("A new size takes effect when the terminal is started again."), page);
    note->setProperty("role", "faint");
    form->addRow({}, note);
    return page;
}

QWidget* SettingsDialog::buildTrading()
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(10);
    auto const rules = m_settings.confirmRules();
    auto* worth = new QSpinBox(page);
    worth->setObjectName(QStringLiteral("confirmWorth"));
    worth->setRange(0, 1'000'000'000);
    worth->setSingleStep(10'000);
    worth->setGroupSeparatorShown(true);
    worth->setSpecialValueText(tr("Never"));
    worth->setValue(rules.worthAbove);
    form->addRow(tr("Ask before an order worth more than"), worth);
    auto* through = new QDoubleSpinBox(page);
    through->setObjectName(QStringLiteral("confirmThrough"));
    through->setRange(0, 100);
    through->setDecimals(1);
    through->setSuffix(QStringLiteral(" %"));
    through->setSpecialValueText(tr("Never"));
    through->setValue(rules.throughPercent);
    form->addRow(tr("Ask before a price beyond the market by"), through);
    auto* closing = new QCheckBox(tr("Ask before everything is cancelled and closed"), page);
    closing->setObjectName(QStringLiteral("confirmClosing"));
    closing->setChecked(rules.closingAll);
    form->addRow(closing);
    auto* note =
        new QLabel(tr("Worth is in the quote currency. Cancelling orders is never asked about."), page);
    note->setProperty("role", "faint");
    note->setWordWrap(true);
    form->addRow(note);
    auto const keep = [this, worth, through, closing] {
        m_settings.setConfirmRules({worth->value(), through->value(), closing->isChecked()});
    };
    connect(worth, &QSpinBox::valueChanged, this, keep);
    connect(through, &QDoubleSpinBox::valueChanged, this, keep);
    connect(closing, &QCheckBox::toggled, this, keep);
    return page;
}

void SettingsDialog::remakeWith(QComboBox& choices, void (Settings::*set)(QString const&))
{
    connect(&choices, &QComboBox::activated, this, [this, &choices, set] {
        auto& settings = m_settings;
        const auto chosen = choices.currentData().toString();
        close();
        QMetaObject::invokeMethod(
            &settings, [&settings, chosen, set] { (settings.*set)(chosen); }, Qt::QueuedConnection
        );
    });
}

QWidget* SettingsDialog::buildKeys(MainWindow& window)
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    auto* on = new QCheckBox(tr("Trade with single keys, on the panel under the mouse"), page);
    on->setObjectName(QStringLiteral("hotkeys"));
    on->setChecked(m_settings.hotkeysOn());
    connect(on, &QCheckBox::toggled, &m_settings, &Settings::setHotkeysOn);
    column->addWidget(on);
    std::set<QString> seen;
    auto const add =
        [&](QAction const& action, QKeySequence const& byDefault, QString const& before, QString const& where
        ) {
            if (!action.objectName().isEmpty() && seen.insert(action.objectName()).second) {
                m_keys.push_back({action.objectName(), before + action.text(), byDefault, {}});
            }
            for (auto& row : m_keys) { // drawing tools are on several panels
                if (row.id == action.objectName() && !row.where.contains(where)) {
                    row.where << where;
                }
            }
        };
    auto const propertyOf = [](QAction const& action, char const* name) {
        auto const value = action.property(name);
        return value.isValid() ? std::optional(QKeySequence(value.toString(), QKeySequence::PortableText))
                               : std::nullopt;
    };
    for (auto const* action : window.actions()) {
        if (auto const keys = propertyOf(*action, "defaultKeys")) {
            add(*action, *keys, {}, ofWindow);
        }
    }
    // Also of those that are not there now: their keys must not meet what is chosen here.
    window.eachKindOfPanel([&](PanelKind const& kind, QWidget const& panel) {
        auto const before = panelTitle(kind) + QStringLiteral(": ");
        for (auto const* action : panel.actions()) {
            if (auto const keys = propertyOf(*action, "hotkey")) {
                add(*action, *keys, before, ofHotkeys);
            }
        }
        for (auto const* action : actionsWithKeys(panel)) {
            add(*action, keyItCameWith(*action), before, QLatin1String(kind.id));
        }
    });
    m_table = new QTableWidget(static_cast<int>(m_keys.size()), 2, page);
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Key")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, 170);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        auto const& key = m_keys[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0, new QTableWidgetItem(key.text));
        auto* edit = new QKeySequenceEdit(m_table);
        edit->setObjectName(key.id);
        edit->setAccessibleName(key.text);
        connect(edit, &QKeySequenceEdit::editingFinished, this, [this, edit] {
            setKey(edit->objectName(), edit->keySequence());
        });
        m_table->setCellWidget(row, 1, edit);
    }
    column->addWidget(m_table, 1);
    auto* reset = new QPushButton(tr("The default keys"), page);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_settings.resetKeys();
        refreshKeys();
    });
    column->addWidget(reset, 0, Qt::AlignLeft);
    refreshKeys();
    return page;
}

void SettingsDialog::refreshKeys()
{
    for (auto const& key : m_keys) {
        auto* edit = m_table->findChild<QKeySequenceEdit*>(key.id);
        const QSignalBlocker quiet(edit);
        edit->setKeySequence(m_settings.key(key.id, key.byDefault));
    }
}

void SettingsDialog::setKey(QString const& action, QKeySequence const& keys)
{
    auto const own =
        std::find_if(m_keys.begin(), m_keys.end(), [&](KeyRow const& row) { return row.id == action; });
    for (auto const& other : m_keys) {
        bool const taken = !keys.isEmpty() && other.id != action && own != m_keys.end() &&
                           wouldMeet(own->where, other.where) &&
                           m_settings.key(other.id, other.byDefault) == keys;
        if (taken) {
            m_settings.setKey(other.id, {});
        }
    }
    m_settings.setKey(action, keys);
    refreshKeys();
}

} // namespace qob
