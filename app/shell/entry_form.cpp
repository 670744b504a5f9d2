#include "shell/entry_form.h"

#include "sdk/desk.h"
#include "shell/notice_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::shell {

namespace {

using ui::TextLabel;
using ui::Type;

constexpr int kWidth = 360;
constexpr int kFieldHeight = 32;
constexpr int kButtonHeight = 34;

} // namespace

EntryForm::EntryForm(const QString &name, QAction *submit, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_submit(submit)
    , m_column(new QVBoxLayout(this))
    , m_rows(new QVBoxLayout)
    , m_title(new TextLabel({}, Type::PatientName))
    , m_lead(new TextLabel({}, Type::Base, TextLabel::Ink::Secondary))
    , m_message(new NoticeText)
{
    auto *button = new ui::ActionButton(submit, ui::ActionButton::Role::Primary);
    button->setObjectName(name + QStringLiteral(".submit"));
    button->setMinimumHeight(kButtonHeight);
    m_message->setObjectName(name + QStringLiteral(".message"));
    m_message->hide();
    m_lead->setWordWrap(true);
    setFixedWidth(kWidth);
    m_column->setContentsMargins({});
    m_column->setSpacing(4);
    m_column->addWidget(m_title);
    m_column->addWidget(m_lead);
    m_column->addSpacing(16);
    m_column->addLayout(m_rows);
    m_column->addSpacing(16);
    m_column->addWidget(button);
    m_column->addSpacing(8);
    m_column->addWidget(m_message);
    m_column->addSpacing(12);
    m_rows->setSpacing(4);
}

QLineEdit *EntryForm::addField(const QString &field, QLineEdit::EchoMode mode)
{
    if (!m_entries.empty())
        m_rows->addSpacing(8);
    auto *label = new TextLabel({}, Type::Secondary, TextLabel::Ink::Secondary);
    auto *edit = new QLineEdit;
    edit->setObjectName(m_name + u'.' + field);
    edit->setEchoMode(mode);
    edit->setMinimumHeight(kFieldHeight);
    label->setBuddy(edit);
    m_rows->addWidget(label);
    m_rows->addWidget(edit);
    m_entries.push_back({label, edit});
    connect(edit, &QLineEdit::returnPressed, this, [this, edit] {
        if (auto *next = after(edit))
            next->setFocus(Qt::TabFocusReason);
        else
            m_submit->trigger();
    });
    return edit;
}

void EntryForm::addBelow(QWidget *widget)
{
    m_column->addWidget(widget);
}

void EntryForm::setTitle(const QString &title, const QString &lead)
{
    m_title->setText(title);
    m_lead->setText(lead);
}

void EntryForm::setLabel(QLineEdit *field, const QString &text)
{
    const auto entry = std::ranges::find(m_entries, field, &Entry::field);
    entry->label->setText(text);
    field->setAccessibleName(text);
}

void EntryForm::setError(const std::optional<Error> &error)
{
    m_message->setVisible(error.has_value());
    m_message->setNotice(error ? ui::Notice{ui::Severity::Block, {}, sdk::errorText(*error), {}, {}}
                               : ui::Notice{});
}

QLineEdit *EntryForm::firstToFill() const
{
    for (const auto &entry : m_entries) {
        if (!entry.field->isHidden() && entry.field->isEnabled() && entry.field->text().trimmed().isEmpty())
            return entry.field;
    }
    return m_entries.back().field;
}

QLineEdit *EntryForm::after(const QLineEdit *field) const
{
    const auto entry = std::ranges::find(m_entries, field, &Entry::field);
    const auto next = std::next(entry);
    return next == m_entries.end() ? nullptr : next->field;
}

} // namespace simiao::shell
