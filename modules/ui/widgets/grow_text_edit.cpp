#include "ui/widgets/grow_text_edit.h"

#include "core/text.h"
#include "ui/theme/simiao_style.h"

#include <QAbstractTextDocumentLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocument>

#include <cmath>

namespace simiao::ui {

GrowTextEdit::GrowTextEdit(QWidget *parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &GrowTextEdit::fit);
    connect(this, &QTextEdit::textChanged, this, &GrowTextEdit::edited);
    retheme();
}

QString GrowTextEdit::text() const
{
    auto text = document()->toRawText(); // toPlainText would turn no-break spaces into spaces
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    return text;
}

bool GrowTextEdit::setText(const QString &text)
{
    if (!admits(text))
        return false;
    if (text != this->text())
        setPlainText(text);
    return true;
}

void GrowTextEdit::setMaximumLines(int lines)
{
    m_maximumLines = lines;
    setVerticalScrollBarPolicy(lines > 0 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    fit();
}

void GrowTextEdit::setPlaceholderText(const QString &text)
{
    m_hint = text;
    showHint();
}

void GrowTextEdit::showHint()
{
    const int room = viewport()->width() - 2 * static_cast<int>(std::ceil(document()->documentMargin()));
    QTextEdit::setPlaceholderText(QFontMetrics(font()).elidedText(m_hint, Qt::ElideRight, std::max(0, room)));
}

bool GrowTextEdit::admits(QStringView text)
{
    const auto fault = findTextFault(text);
    if (fault)
        Q_EMIT refused(static_cast<int>(fault->position));
    return !fault;
}

bool GrowTextEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void GrowTextEdit::insertFromMimeData(const QMimeData *source)
{
    const auto text = source->text();
    auto clean = text;
    clean.remove(QChar(u'\0')); // never meant: they come from terminals and old devices
    admits(text);               // tells about what is dropped or refused
    if (findTextFault(clean))
        return;
    textCursor().insertText(clean);
    ensureCursorVisible();
}

void GrowTextEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (admits(event->commitString()))
        QTextEdit::inputMethodEvent(event);
    else
        event->accept();
}

void GrowTextEdit::keyPressEvent(QKeyEvent *event)
{
    if (admits(event->text()))
        QTextEdit::keyPressEvent(event);
    else
        event->accept();
}

void GrowTextEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        retheme();
}

void GrowTextEdit::retheme()
{
    const auto &rhythm = SimiaoStyle::tokens(this).rhythm;
    const int lineHeight = QFontMetrics(font()).height();
    document()->setDocumentMargin(std::max(1.0, (rhythm.input - lineHeight) / 2.0 - frameWidth()));
    fit();
    showHint();
}

int GrowTextEdit::heightForLines(int lines) const
{
    const double text = lines * QFontMetrics(font()).lineSpacing() + 2 * document()->documentMargin();
    return static_cast<int>(std::ceil(text)) + 2 * frameWidth();
}

void GrowTextEdit::fit()
{
    const int natural = static_cast<int>(std::ceil(document()->size().height())) + 2 * frameWidth();
    const int most = m_maximumLines > 0 ? heightForLines(m_maximumLines) : QWIDGETSIZE_MAX;
    const int wanted = std::min(std::max(natural, heightForLines(1)), most);
    if (wanted != height() || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

QSize GrowTextEdit::sizeHint() const
{
    return {QTextEdit::sizeHint().width(), std::max(height(), heightForLines(1))};
}

QSize GrowTextEdit::minimumSizeHint() const
{
    return {QFontMetrics(font()).averageCharWidth() * 12, heightForLines(1)};
}

void GrowTextEdit::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
    showHint();
}

void GrowTextEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    update(); // the frame, not only the viewport
}

void GrowTextEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    update();
}

} // namespace simiao::ui
