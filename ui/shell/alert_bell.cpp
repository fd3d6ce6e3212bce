#include "ui/shell/alert_bell.h"

#include "ui/models/display_text.h"

#include <QJsonDocument>
#include <QLabel>
#include <QNetworkReply>
#include <QTimer>

namespace qob {
namespace {

constexpr int plateMs = 6000;
constexpr int webhookMs = 10'000;
constexpr int margin = 16;

} // namespace

AlertBell::AlertBell(Alerts& alerts, QWidget& window, Theme const& theme, std::unique_ptr<DesktopNotes> notes)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
    , m_notes(notes ? std::move(notes) : std::make_unique<SystemNotes>(window))
{
    connect(&alerts, &Alerts::fires, this, &AlertBell::ring);
}

AlertBell::~AlertBell() = default;

void AlertBell::ring(FiredAlert const& alert)
{
    if (alert.rule.sound) {
        m_notes->sound();
    }
    if (alert.rule.popUp) {
        showPlate(alert.text);
        m_notes->show(tr("Alert"), alert.text);
    }
    if (!alert.rule.webhook.isEmpty()) {
        post(alert);
    }
}

void AlertBell::showPlate(QString const& text)
{
    if (m_plate == nullptr) {
        m_plate = new QLabel(&m_window);
        m_plate->setObjectName(QStringLiteral("alertPlate"));
        m_plate->setAttribute(Qt::WA_TransparentForMouseEvents
        ); // it must not catch a click meant for a price
        m_plate->setWordWrap(true);
        m_plate->setMaximumWidth(420);
    }
    m_plate->setText(text);
    m_plate->adjustSize();
    m_plate->move(m_window.width() - m_plate->width() - margin, m_window.height() - m_plate->height() - 40);
    m_plate->show();
    m_plate->raise();
    QTimer::singleShot(plateMs, m_plate, [plate = m_plate, text] {
        if (plate->text() == text) {
            plate->hide();
        }
    });
}

QString AlertBell::plateText() const
{
    return m_plate == nullptr || m_plate->isHidden() ? QString() : m_plate->text();
}

QByteArray AlertBell::webhookBody(FiredAlert const& alert)
{
    auto body = alertJson(alert.rule);
    body.remove(QStringLiteral("webhook"));
    body[QStringLiteral("text")] = alert.text;
    body[QStringLiteral("time")] = isoDateTimeText(alert.time) + QStringLiteral(" UTC");
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

void AlertBell::post(FiredAlert const& alert)
{
    QNetworkRequest request(QUrl(alert.rule.webhook));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(webhookMs);
    auto* reply = m_network.post(request, webhookBody(alert));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError) {
            emit problem(tr("The webhook of an alert failed: %1").arg(reply->errorString()));
        }
    });
}

} // namespace qob
