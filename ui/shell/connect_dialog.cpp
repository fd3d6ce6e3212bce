#include "ui/shell/connect_dialog.h"

#include "ui/models/display_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace qob {
namespace {

constexpr char const* exampleAddress = "wss://host:8443";

QString inFolder(QString const& folder, char const* name)
{
    return folder.isEmpty() ? QString() : folder + u'/' + QLatin1String(name);
}

QString titleOf(SavedServer const& server)
{
    auto const where = server.user.isEmpty() ? server.address : server.user + u'@' + server.address;
    return server.name.isEmpty() ? where : QStringLiteral("%1 (%2)").arg(server.name, where);
}

} // namespace

ServerBook::ServerBook(QString const& folder)
    : pins(inFolder(folder, "certificates.json"))
    , saved(inFolder(folder, "servers.json"))
{}

ConnectDialog::ConnectDialog(ServerBook& book, Clock const& clock, SavedServer const& asked, QWidget* parent)
    : QDialog(parent)
    , m_book(book)
    , m_clock(clock)
    , m_saved(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_code(new QLineEdit(this))
    , m_remember(new QCheckBox(tr("Keep the password in the keychain"), this))
    , m_message(new QLabel(this))
    , m_trust(new QPushButton(this))
    , m_forget(new QPushButton(tr("Remove from the list"), this))
    , m_form(new QFormLayout)
{
    setWindowTitle(tr("Connect to a server"));
    resize(620, 380);
    build();
    fillSaved();
    if (!asked.address.isEmpty()) {
        showServer(asked);
    } else {
        choose(0);
    }
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::build()
{
    auto* rows = new QVBoxLayout(this);
    auto* intro = new QLabel(
        tr("A qob server runs the engine, its orders and its accounts; this terminal shows them and trades "
           "there. The connection is always encrypted."),
        this
    );
    intro->setWordWrap(true);
    rows->addWidget(intro);
    rows->addLayout(m_form);
    auto* chosen = new QHBoxLayout;
    chosen->addWidget(m_saved, 1);
    chosen->addWidget(m_forget);
    m_form->addRow(tr("Saved servers"), chosen);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Address"), m_address);
    m_form->addRow(tr("User"), m_user);
    m_form->addRow(tr("Password"), m_password);
    m_form->addRow(tr("Code of the second factor"), m_code);
    m_form->addRow(QString(), m_remember);
    m_form->setRowVisible(m_code, false);
    m_saved->setObjectName(QStringLiteral("saved"));
    m_name->setObjectName(QStringLiteral("name"));
    m_address->setObjectName(QStringLiteral("address"));
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_code->setObjectName(QStringLiteral("code"));
    m_message->setObjectName(QStringLiteral("message"));
    m_trust->setObjectName(QStringLiteral("trust"));
    m_name->setPlaceholderText(tr("Optional: what you call it"));
    m_address->setPlaceholderText(QLatin1String(exampleAddress));
    m_password->setEchoMode(QLineEdit::Password);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setMinimumHeight(64);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    rows->addWidget(m_message, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_connect = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setDefault(true);
    for (auto* button : buttons->buttons()) {
        button->setIcon({});
    }
    m_trust->hide();
    m_trust->setAutoDefault(false); // trust is never given by the Enter key
    m_forget->setAutoDefault(false);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_trust);
    bottom->addWidget(buttons, 1);
    rows->addLayout(bottom);
    connect(m_saved, &QComboBox::activated, this, &ConnectDialog::choose);
    connect(m_trust, &QPushButton::clicked, this, &ConnectDialog::trust);
    connect(m_forget, &QPushButton::clicked, this, &ConnectDialog::forgetServer);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ConnectDialog::fillSaved()
{
    m_saved->clear();
    for (SavedServer const& server : m_book.saved.all()) {
        m_saved->addItem(titleOf(server));
    }
    m_saved->addItem(tr("Another server"));
    m_forget->setEnabled(!m_book.saved.all().empty());
}

void ConnectDialog::choose(int index)
{
    auto const& servers = m_book.saved.all();
    auto const at = static_cast<std::size_t>(index);
    bool const known = index >= 0 && at < servers.size();
    m_forget->setEnabled(known);
    showServer(known ? servers[at] : SavedServer{});
}

void ConnectDialog::showServer(SavedServer const& server)
{
    m_name->setText(server.name);
    m_address->setText(server.address);
    m_user->setText(server.user);
    m_password->clear();
    m_code->clear();
    m_form->setRowVisible(m_code, false);
    m_remember->setChecked(server.remember);
    m_trust->hide();
    say({});
    if (server.remember) {
        m_book.secrets->find(secretKey(), this, [this, key = secretKey()](QString const& secret) {
            if (key == secretKey() && m_password->text().isEmpty()) {
                m_password->setText(secret);
            }
        });
    }
    (server.address.isEmpty() ? m_address : server.user.isEmpty() ? m_user : m_password)->setFocus();
}

SavedServer ConnectDialog::entered() const
{
    return {
        m_name->text().trimmed(),
        m_address->text().trimmed(),
        m_user->text().trimmed(),
        m_remember->isChecked()};
}

QString ConnectDialog::secretKey() const
{
    return m_user->text().trimmed() + u'@' + m_address->text().trimmed();
}

void ConnectDialog::connectNow()
{
    m_trust->hide();
    auto const server = parseServerAddress(m_address->text());
    if (!server) {
        say(errorText(server.error()));
        m_address->setFocus();
        return;
    }
    if (m_user->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        say(tr("A user and a password are needed."));
        (m_user->text().trimmed().isEmpty() ? m_user : m_password)->setFocus();
        return;
    }
    m_server = *server;
    RemoteSettings settings;
    settings.server = m_server;
    settings.credentials = {m_user->text().trimmed(), m_password->text(), m_code->text().trimmed()};
    setBusy(true);
    say(tr("Connecting with %1…").arg(m_server.text()));
    m_session.reset();
    m_session = std::make_unique<RemoteSession>(
        std::move(settings),
        m_clock,
        m_book.pins,
        [this](RemoteOutcome const& outcome) {
            QMetaObject::invokeMethod(
                this, [this, outcome] { take(outcome); }, Qt::QueuedConnection
            );
        }
    );
}

void ConnectDialog::take(RemoteOutcome const& outcome)
{
    setBusy(false);
    if (outcome.problem) {
        m_session.reset();
        refuse(outcome);
        return;
    }
    keep();
}

void ConnectDialog::refuse(RemoteOutcome const& outcome)
{
    auto const code = outcome.problem->code;
    m_doubtful = outcome.doubtful;
    if (m_doubtful && m_doubtful->pinned.isEmpty()) {
        say(tr("Nobody known vouches for the certificate of %1. Its SHA-256 fingerprint is\n%2\nCompare it "
               "with what the server prints when it starts, and trust it only if they are the same.")
                .arg(m_server.text(), m_doubtful->fingerprint));
        m_trust->setText(tr("They are the same: trust it"));
        m_trust->show();
        return;
    }
    if (m_doubtful) {
        say(tr("%1 shows another certificate than before. Somebody may be listening in: nothing was sent.\n"
               "Known: %2\nShown: %3")
                .arg(m_server.text(), m_doubtful->pinned, m_doubtful->fingerprint));
        m_trust->setText(tr("Forget the known certificate"));
        m_trust->show();
        return;
    }
    if (code == ErrorCode::AuthSecondFactorRequired || code == ErrorCode::AuthSecondFactorWrong) {
        m_form->setRowVisible(m_code, true);
        m_code->clear();
        m_code->setFocus();
    } else if (code == ErrorCode::AuthFailed) {
        m_password->selectAll();
        m_password->setFocus();
    }
    say(errorText(*outcome.problem));
}

// Of a certificate that changed only the old one is forgotten: the new one is then asked about.
void ConnectDialog::trust()
{
    bool const fresh = m_doubtful && m_doubtful->pinned.isEmpty();
    m_trust->hide();
    if (!m_book.pins.pin(m_server, fresh ? m_doubtful->fingerprint : QString())) {
        say(tr("It holds for now, but could not be written down."));
    }
    connectNow();
}

// The server is remembered; the password where it is wanted, and the dialog says so where it cannot be.
void ConnectDialog::keep()
{
    auto const server = entered();
    m_book.saved.put(server);
    auto const secret = m_password->text();
    if (!server.remember) {
        m_book.secrets->forget(secretKey());
        accept();
        return;
    }
    m_book.secrets->keep(secretKey(), secret, this, [this](QString const& problem) {
        if (!problem.isEmpty()) {
            m_remember->setChecked(false);
            m_book.saved.put(entered()); // it will be asked for
        }
        accept();
    });
}

void ConnectDialog::forgetServer()
{
    auto const at = static_cast<std::size_t>(m_saved->currentIndex());
    if (at < m_book.saved.all().size()) {
        auto const server = m_book.saved.all()[at];
        m_book.secrets->forget(server.user + u'@' + server.address);
        m_book.saved.remove(server);
        fillSaved();
        choose(0);
    }
}

void ConnectDialog::setBusy(bool busy)
{
    for (QWidget* const widget : std::initializer_list<QWidget*>{
             m_saved, m_name, m_address, m_user, m_password, m_code, m_remember, m_connect, m_forget}) {
        widget->setEnabled(!busy);
    }
}

void ConnectDialog::say(QString const& text)
{
    m_message->setText(text);
}

} // namespace qob
