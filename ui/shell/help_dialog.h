#pragma once

#include <QDialog>

namespace qob {

// The guide's page of a panel kind ("ladder"), or its first page where there is none. The pages are those of
// docs/guide. Deletes itself. GUI thread.
class HelpDialog final : public QDialog {
    Q_OBJECT

public:
    HelpDialog(QString const& page, QWidget* parent);

    // A page as Markdown, without its picture; empty when there is none.
    static QString pageText(QString const& page);
};

} // namespace qob
