#pragma once

#include "core/error.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QVBoxLayout;

namespace simiao::ui {
class LabelRow;
class NoticeLine;
} // namespace simiao::ui

namespace simiao::admin {

class FieldChain;

/// Lines of text with their labels, and a line below for what was refused. Enter moves on and passes the end, Escape steps
/// back and passes the start.
class TextForm : public QWidget
{
    Q_OBJECT

public:
    /// \param name    object name; the fields are `name.field`, the line below is `name.notice`
    /// \param fields  words that tell them apart; everywhere else a field is its place among them
    TextForm(const QString &name, const QStringList &fields, QWidget *parent = nullptr);

    void enter();
    void enterAt(int field);
    /// As it stands elsewhere; a field that shows it already keeps its caret.
    void setText(int field, const QString &text);
    void setLabels(const QStringList &labels);
    /// \param lead  what was not done: "Not saved"
    void setFault(const QString &lead, const std::optional<Error> &fault);

Q_SIGNALS:
    void edited(int field, const QString &text);
    void passedStart();
    void passedEnd();

private:
    void addLine(const QString &name);

    QList<QLineEdit *> m_lines;
    QList<ui::LabelRow *> m_rows;
    QVBoxLayout *m_column;
    ui::NoticeLine *m_notice;
    FieldChain *m_chain = nullptr;
};

} // namespace simiao::admin
