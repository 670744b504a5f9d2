#pragma once

#include "core/error.h"

#include <QLineEdit>
#include <QWidget>

#include <optional>

class QAction;
class QVBoxLayout;

namespace simiao::ui {
class TextLabel;
} // namespace simiao::ui

namespace simiao::shell {

class NoticeText;

/// A narrow form in the middle of the window: what it is, labelled fields one below the other, one action, and what went
/// wrong. Enter goes from field to field and runs the action in the last.
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    /// \param name  beginning of the object names: "<name>.submit", "<name>.message"
    EntryForm(const QString &name, QAction *submit, QWidget *parent = nullptr);

    /// A field "<name>.<field>" below the others.
    QLineEdit *addField(const QString &field, QLineEdit::EchoMode mode = QLineEdit::Normal);
    /// Something else, below everything.
    void addBelow(QWidget *widget);

    void setTitle(const QString &title, const QString &lead);
    void setLabel(QLineEdit *field, const QString &text);
    void setError(const std::optional<Error> &error);
    /// The first visible field that is empty; the last when none is. Where the focus belongs.
    QLineEdit *firstToFill() const;

private:
    struct Entry
    {
        ui::TextLabel *label;
        QLineEdit *field;
    };

    QLineEdit *after(const QLineEdit *field) const;

    QString m_name;
    QAction *m_submit;
    QVBoxLayout *m_column;
    QVBoxLayout *m_rows;
    ui::TextLabel *m_title;
    ui::TextLabel *m_lead;
    NoticeText *m_message;
    std::vector<Entry> m_entries;
};

} // namespace simiao::shell
