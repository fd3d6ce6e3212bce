#include "ui/shell/help_dialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace qob {

QString HelpDialog::pageText(QString const& page)
{
    QFile file(QStringLiteral(":/guide/%1.md").arg(page));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    static const QRegularExpression picture(QStringLiteral("!\\[[^]]*\\]\\([^)]*\\)\\n*"));
    return QString::fromUtf8(file.readAll()).remove(picture);
}

HelpDialog::HelpDialog(QString const& page, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Help"));
    resize(640, 620);
    auto* column = new QVBoxLayout(this);
    auto* browser = new QTextBrowser(this);
    browser->setFrameShape(QFrame::NoFrame);
    browser->setOpenLinks(false);
    auto const show = [browser](QString const& name) {
        auto const text = pageText(name);
        if (!text.isEmpty()) {
            browser->setMarkdown(text);
        }
    };
    connect(browser, &QTextBrowser::anchorClicked, this, [show](QUrl const& link) {
        show(link.toString().remove(QStringLiteral(".md")));
    });
    show(QStringLiteral("README"));
    show(page);
    column->addWidget(browser);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addWidget(buttons);
}

} // namespace qob
