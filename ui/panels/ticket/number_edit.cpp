#include "ui/panels/ticket/number_edit.h"

#include "ui/models/display_text.h"

#include <QKeyEvent>
#include <QRegularExpressionValidator>
#include <QStyle>
#include <QWheelEvent>

namespace qob {

namespace {

constexpr int leastWidth = 70; // "61837.5" can be read

// Takes the language's decimal comma for a point.
class DecimalValidator final : public QRegularExpressionValidator {
public:
    using QRegularExpressionValidator::QRegularExpressionValidator;

    State validate(QString& input, int& position) const override
    {
        input = plainDecimal(input);
        return QRegularExpressionValidator::validate(input, position);
    }
};

} // namespace

NumberEdit::NumberEdit(QWidget* parent) : QLineEdit(parent)
{
    static const QRegularExpression decimal(QStringLiteral("\\d{0,12}(\\.\\d{0,18})?"));
    setValidator(new DecimalValidator(decimal, this));
    setAlignment(Qt::AlignRight);
    setProperty("role", "number");
    setMinimumWidth(leastWidth);
}

void NumberEdit::takeSigns()
{
    static const QRegularExpression decimal(QStringLiteral("-?\\d{0,12}(\\.\\d{0,18})?"));
    setValidator(new DecimalValidator(decimal, this));
}

void NumberEdit::setProblem(QString const& problem)
{
    setToolTip(problem);
    bool const bad = !problem.isEmpty();
    if (bad != m_bad) {
        m_bad = bad;
        setProperty("invalid", bad);
        style()->unpolish(this);
        style()->polish(this);
    }
}

void NumberEdit::keyPressEvent(QKeyEvent* event)
{
    int const size = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    if (event->key() == Qt::Key_Up) {
        emit stepped(size);
    } else if (event->key() == Qt::Key_Down) {
        emit stepped(-size);
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void NumberEdit::wheelEvent(QWheelEvent* event)
{
    if (hasFocus() && event->angleDelta().y() != 0) {
        emit stepped(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
    } else {
        event->ignore();
    }
}

} // namespace qob
