#include "ui/panels/alerts/alert_dialog.h"

#include "ui/models/display_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

namespace qob {

AlertDialog::AlertDialog(AlertRule const& rule, MarketView const& view, QWidget* parent)
    : QDialog(parent)
    , m_rule(rule)
    , m_view(view)
    , m_instrument(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_value(new QLineEdit(rule.value, this))
    , m_window(new QSpinBox(this))
    , m_repeats(new QCheckBox(tr("Each time it becomes true, not only once"), this))
    , m_sound(new QCheckBox(tr("Sound"), this))
    , m_popUp(new QCheckBox(tr("Pop-up"), this))
    , m_webhook(new QLineEdit(rule.webhook, this))
    , m_note(new QLineEdit(rule.note, this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(rule.id == 0 ? tr("New alert") : tr("Change the alert"));
    auto* form = new QFormLayout(this);
    for (auto const& instrument : view.market().instruments()) {
        m_instrument->addItem(
            instrumentText(instrument), QString::fromStdString(instrument.venue + ":" + instrument.symbol)
        );
    }
    if (!rule.instrument.isEmpty() && m_instrument->findData(rule.instrument) < 0) {
        m_instrument->addItem(rule.instrument, rule.instrument); // it is another session's: it stays its own
    }
    m_instrument->setCurrentIndex(std::max(0, m_instrument->findData(rule.instrument)));
    bool const ofDrawing = rule.kind == AlertKind::DrawingCrossed; // what, and where, is said by the drawing
    for (int i = 0; i < alertKinds; ++i) {
        if ((static_cast<AlertKind>(i) == AlertKind::DrawingCrossed) == ofDrawing) {
            m_kind->addItem(alertKindText(static_cast<AlertKind>(i)), i);
        }
    }
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(rule.kind)));
    m_kind->setDisabled(ofDrawing);
    m_instrument->setDisabled(ofDrawing);
    m_value->setObjectName(QStringLiteral("value"));
    m_window->setRange(1, 3600);
    m_window->setValue(rule.windowSeconds);
    m_window->setSuffix(tr(" s"));
    m_repeats->setChecked(rule.repeats);
    m_sound->setChecked(rule.sound);
    m_popUp->setChecked(rule.popUp);
    m_webhook->setPlaceholderText(QStringLiteral("https://"));
    m_problem->setProperty("role", "problem");
    form->addRow(tr("Market"), m_instrument);
    form->addRow(tr("When"), m_kind);
    form->addRow(tr("Value"), m_value);
    form->addRow(tr("Within"), m_window);
    form->addRow({}, m_repeats);
    form->addRow(tr("Tell by"), m_sound);
    form->addRow({}, m_popUp);
    form->addRow(tr("Webhook"), m_webhook);
    form->addRow(tr("Note"), m_note);
    form->addRow({}, m_problem);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_value, &QLineEdit::textChanged, this, &AlertDialog::check);
    connect(m_webhook, &QLineEdit::textChanged, this, &AlertDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AlertDialog::check);
    connect(m_instrument, &QComboBox::currentIndexChanged, this, &AlertDialog::check);
    check();
    m_value->setFocus();
    resize(420, sizeHint().height());
}

AlertRule AlertDialog::rule() const
{
    auto rule = m_rule;
    rule.instrument = rule.drawing ? rule.instrument : m_instrument->currentData().toString();
    rule.kind = static_cast<AlertKind>(m_kind->currentData().toInt());
    rule.value = plainDecimal(m_value->text().trimmed());
    rule.windowSeconds = m_window->value();
    rule.repeats = m_repeats->isChecked();
    rule.sound = m_sound->isChecked();
    rule.popUp = m_popUp->isChecked();
    rule.webhook = m_webhook->text().trimmed();
    rule.note = m_note->text();
    rule.armed = true;
    return rule;
}

void AlertDialog::check()
{
    auto const wanted = rule();
    auto const* instrument = m_view.market().findByName(wanted.instrument);
    bool const asItWas = wanted.instrument == m_rule.instrument && wanted.kind == m_rule.kind &&
                         wanted.value == m_rule.value; // nobody can say more of a market that is not here
    bool const valueGood = instrument != nullptr ? alertValueGood(wanted.kind, wanted.value, *instrument)
                                                 : m_rule.id != 0 && asItWas;
    const QUrl url(wanted.webhook, QUrl::StrictMode);
    bool const hookGood =
        wanted.webhook.isEmpty() ||
        (url.isValid() && url.scheme().startsWith(QLatin1String("http")) && !url.host().isEmpty());
    bool const window = wanted.kind == AlertKind::VolumeBurst || wanted.kind == AlertKind::Volatility;
    m_window->setEnabled(window);
    m_value->setEnabled(wanted.kind != AlertKind::FeedStale && !wanted.drawing);
    m_problem->setText(
        !hookGood                               ? tr("The webhook is not an http or https address")
        : !valueGood && !wanted.value.isEmpty() ? tr("This market has no such value")
                                                : QString()
    );
    m_ok->setEnabled(valueGood && hookGood);
}

} // namespace qob
