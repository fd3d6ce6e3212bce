#include "ui/shell/order_question.h"

#include <QPushButton>

namespace qob {

OrderQuestion::OrderQuestion(QWidget& window, OrderEntry& entry, Settings const& settings)
    : QObject(&window)
    , m_window(window)
    , m_entry(entry)
{
    entry.setConfirmRules(settings.confirmRules());
    connect(&settings, &Settings::confirmRulesChanged, this, [&entry, &settings] {
        entry.setConfirmRules(settings.confirmRules());
    });
    connect(&entry, &OrderEntry::confirmationWanted, this, &OrderQuestion::ask);
}

OrderQuestion::~OrderQuestion()
{
    if (m_box != nullptr) {
        m_entry.answer(false);
    }
}

void OrderQuestion::ask(QString const& question)
{
    m_box =
        new QMessageBox(QMessageBox::Question, tr("Send it?"), question, QMessageBox::NoButton, &m_window);
    m_box->setObjectName(QStringLiteral("orderQuestion"));
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    auto const* send = m_box->addButton(tr("Send"), QMessageBox::AcceptRole);
    // A key that was meant for something else must not send it.
    auto* keep = m_box->addButton(tr("Do not send"), QMessageBox::RejectRole);
    m_box->setDefaultButton(keep);
    m_box->setEscapeButton(keep);
    connect(m_box, &QMessageBox::finished, this, [this, send] {
        bool const yes = m_box->clickedButton() == send;
        m_box = nullptr;
        m_entry.answer(yes);
    });
    m_box->open();
}

} // namespace qob
