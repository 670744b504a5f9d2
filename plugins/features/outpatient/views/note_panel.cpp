#include "outpatient/views/note_panel.h"

#include "sdk/desk.h"
#include "ui/widgets/grow_text_edit.h"
#include "ui/widgets/label_row.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace simiao::outpatient {

namespace {

const QString kFieldPrefix = QStringLiteral("note.");

const workflow::NoteTemplate *templateOf(const sdk::Visit *visit)
{
    return visit->desk()->reference().noteTemplate(QStringLiteral("first-visit"));
}

QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace

NotePanel::NotePanel(sdk::Visit *visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
{
    setObjectName(QStringLiteral("consult.note"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 4, 12, 4);
    rows->setSpacing(0);
    if (const auto *noteTemplate = templateOf(visit)) {
        for (const auto &section : noteTemplate->sections) {
            addSection(section);
            rows->addWidget(m_rows.at(section.code));
        }
    }
    rows->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(content));
    retranslate();

    connect(visit, &sdk::Visit::sectionChanged, this, &NotePanel::showDraft);
    connect(visit, &sdk::Visit::attentionRequested, this, &NotePanel::attend);
    connect(visit, &sdk::Visit::editableChanged, this, [this] {
        for (const auto &[code, editor] : m_editors)
            editor->setReadOnly(!m_visit->isEditable());
    });
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &NotePanel::retranslate);
}

void NotePanel::addSection(const workflow::NoteSection &section)
{
    auto *editor = new ui::GrowTextEdit;
    editor->setObjectName(QStringLiteral("consult.note.") + section.code);
    editor->setReadOnly(!m_visit->isEditable());
    m_editors.emplace(section.code, editor);
    m_rows.emplace(section.code, new ui::LabelRow({}, editor));
    showDraft(section.code);
    connect(editor, &ui::GrowTextEdit::edited, this,
            [this, code = section.code, editor] { m_visit->setSection(code, editor->text()); });
    connect(editor, &ui::GrowTextEdit::refused, this, [this](int position) {
        m_visit->desk()->showError(
            {ErrorKind::Invalid, QStringLiteral("text.lone-surrogate"), QString::number(position)});
    });
    if (!focusProxy())
        setFocusProxy(editor);
}

void NotePanel::showDraft(const QString &code)
{
    const auto editor = m_editors.find(code);
    const auto text = m_visit->draft().sections.find(code);
    if (editor == m_editors.end() || text == m_visit->draft().sections.end()
        || editor->second->text() == text->second)
        return;
    const QSignalBlocker blocker(editor->second);
    editor->second->setText(text->second);
}

void NotePanel::retranslate()
{
    const auto *noteTemplate = templateOf(m_visit);
    if (!noteTemplate)
        return;
    const QString language = m_visit->desk()->locale().name();
    QList<ui::LabelRow *> rows;
    for (const auto &section : noteTemplate->sections) {
        m_rows.at(section.code)->setLabel(section.title.in(language));
        m_editors.at(section.code)->setPlaceholderText(section.placeholder.in(language));
        rows.append(m_rows.at(section.code));
    }
    ui::LabelRow::align(rows);
}

void NotePanel::attend(const QString &field)
{
    if (!field.startsWith(kFieldPrefix))
        return;
    if (const auto editor = m_editors.find(field.mid(kFieldPrefix.size())); editor != m_editors.end())
        editor->second->setFocus(Qt::ShortcutFocusReason);
}

void NotePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace simiao::outpatient
