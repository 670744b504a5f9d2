#pragma once

#include <QTextEdit>

namespace simiao::ui {

/// A plain-text editor that is as high as its text, for sections of a note. Quiet: its edge shows only
/// under the pointer and with focus. Tab moves on. The text comes back verbatim (also no-break spaces).
///
/// NUL and lone surrogates never get in: pasted NULs are dropped, anything with a lone surrogate and
/// any `setText` with either is refused whole. Each time `refused` tells the first position.
class GrowTextEdit : public QTextEdit
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY edited USER true)

public:
    explicit GrowTextEdit(QWidget *parent = nullptr);

    QString text() const;
    /// Replaces the text and forgets undo; the same text again changes nothing. \returns false if refused
    bool setText(const QString &text);
    /// From this many lines on it scrolls instead of growing; 0: never.
    void setMaximumLines(int lines);
    /// In one line, with dots where there is no room for all of it.
    void setPlaceholderText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();
    /// \param position  UTF-16 index of the first thing that cannot be stored
    void refused(int position);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool admits(QStringView text);
    void fit();
    void showHint();
    void retheme();
    int heightForLines(int lines) const;

    int m_maximumLines = 0;
    QString m_hint;
};

} // namespace simiao::ui
