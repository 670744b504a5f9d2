#include "outpatient/views/note_panel.h"

#include "sdk/desk.h"
#include "ui/widgets/grow_text_edit.h"
#include "ui/widgets/label_row.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::outpatient {

namespace {

const QString kFieldPrefix = QStringLiteral("note.");

const workflow::NoteSection *sectionOf(const workflow::NoteTemplate &noteTemplate, const QString &code)
{
    const auto found = std::ranges::find(noteTemplate.sections, code, &workflow::NoteSection::code);
    return found == noteTemplate.sections.end() ? nullptr : &*found;
}

/// A section as some template has it, else by its code alone.
workflow::NoteSection knownSection(const workflow::ReferenceData &reference,
                                   const QString &code,
                                   const QString &title)
{
    for (const auto &noteTemplate : reference.noteTemplates) {
        if (const auto *section = sectionOf(noteTemplate, code))
            return *section;
    }
    return {code, {title, title}, {}, false};
}

std::vector<workflow::NoteSection> signedSections(const sdk::Visit &visit)
{
    std::vector<workflow::NoteSection> sections;
    for (const auto &section : visit.record().signedParts->note.sections)
        sections.push_back(knownSection(visit.desk()->reference(), section.code, section.title));
    return sections;
}

/// Those of the template, and those that hold text although it does not have them: what was typed is never out of sight.
std::vector<workflow::NoteSection> sectionsOf(const sdk::Visit &visit)
{
    if (!visit.isEditable() && visit.record().signedParts)
        return signedSections(visit);
    const auto &reference = visit.desk()->reference();
    const auto *noteTemplate = reference.noteTemplate(visit.noteTemplate());
    if (!noteTemplate)
        return {};
    auto sections = noteTemplate->sections;
    for (const auto &[code, text] : visit.draft().sections) {
        if (!text.trimmed().isEmpty() && !sectionOf(*noteTemplate, code))
            sections.push_back(knownSection(reference, code, code));
    }
    return sections;
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
    , m_template(new QComboBox(this))
{
    setObjectName(QStringLiteral("consult.note"));
    m_template->setObjectName(QStringLiteral("consult.note.template"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 4, 12, 4);
    m_column->setSpacing(0);
    m_column->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(content));
    makeSections();

    // Later: the choice fills the box anew.
    connect(
        m_template, &QComboBox::activated, this,
        [this] { m_visit->setNoteTemplate(m_template->currentData().toString()); }, Qt::QueuedConnection);
    connect(visit, &sdk::Visit::noteTemplateChanged, this, [this] {
        makeSections();
        setFocus(Qt::OtherFocusReason);
    });
    connect(visit, &sdk::Visit::sectionChanged, this, &NotePanel::showDraft);
    connect(visit, &sdk::Visit::sectionChanged, this, &NotePanel::showLock);
    connect(visit, &sdk::Visit::attentionRequested, this, &NotePanel::attend);
    connect(visit, &sdk::Visit::editableChanged, this, &NotePanel::showLock);
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &NotePanel::retranslate);
    connect(visit->desk(), &sdk::Desk::referenceChanged, this, &NotePanel::followReference);
}

QWidget *NotePanel::templateChoice() const
{
    return m_template;
}

/// The template of the visit; a signed note says which one it followed.
void NotePanel::showTemplates()
{
    const QString language = m_visit->desk()->locale().name();
    const QSignalBlocker quiet(m_template);
    m_template->clear();
    for (const auto &noteTemplate : m_visit->desk()->reference().noteTemplates)
        m_template->addItem(noteTemplate.title.in(language), noteTemplate.code);
    m_template->setCurrentIndex(m_template->findData(m_visit->noteTemplate()));
    m_template->setVisible(m_template->count() > 1);
    showLock();
}

void NotePanel::showLock()
{
    m_template->setEnabled(m_visit->canChooseTemplate());
    for (const auto &[code, editor] : m_editors)
        editor->setReadOnly(!m_visit->isEditable());
}

void NotePanel::makeSections()
{
    setFocusProxy(nullptr);
    for (const auto &[code, row] : m_rows)
        delete row;
    m_rows.clear();
    m_editors.clear();
    m_sections = sectionsOf(*m_visit);
    int place = 0;
    for (const auto &section : m_sections) {
        addSection(section);
        m_column->insertWidget(place++, m_rows.at(section.code));
    }
    retranslate();
}

/// Other templates hold. Where they give this note other sections, it gets them, and who writes goes on writing.
void NotePanel::followReference()
{
    showTemplates();
    if (sectionsOf(*m_visit) == m_sections)
        return;
    const auto written =
        std::ranges::find_if(m_editors, [](const auto &each) { return each.second->hasFocus(); });
    const QString code = written == m_editors.end() ? QString() : written->first;
    makeSections();
    if (const auto editor = m_editors.find(code); editor != m_editors.end()) {
        editor->second->setFocus(Qt::OtherFocusReason);
        editor->second->moveCursor(QTextCursor::End);
    }
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
    const QString language = m_visit->desk()->locale().name();
    m_template->setAccessibleName(tr("Template"));
    m_template->setToolTip(tr("Can be changed until something is written"));
    QList<ui::LabelRow *> rows;
    for (const auto &section : m_sections) {
        m_rows.at(section.code)->setLabel(section.title.in(language));
        m_editors.at(section.code)->setPlaceholderText(section.placeholder.in(language));
        rows.append(m_rows.at(section.code));
    }
    ui::LabelRow::align(rows);
    showTemplates();
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
