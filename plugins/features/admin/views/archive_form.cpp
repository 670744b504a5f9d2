#include "admin/views/archive_form.h"

#include "admin/views/field_chain.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace simiao::admin {

using workflow::ArchiveEntry;
using workflow::ArchiveKind;

namespace {

/// Those that can be added: this end is there once and for all.
constexpr ArchiveKind kKinds[] = {ArchiveKind::Dimse, ArchiveKind::DicomWeb, ArchiveKind::Worklist,
                                  ArchiveKind::FilmPrinter};

/// Every field of any kind, once, so that each kind finds its own in its order.
QStringList allFields()
{
    QStringList all;
    for (const auto kind :
         {ArchiveKind::Dimse, ArchiveKind::FilmPrinter, ArchiveKind::DicomWeb, ArchiveKind::Workstation})
        all += archiveFields(kind);
    all.removeDuplicates();
    all.removeOne(QStringLiteral("patience"));
    all.append(QStringLiteral("patience"));
    return all;
}

/// Also what no choice of ours is, where it stands in the settings.
void choose(QComboBox *choice, const QString &value)
{
    if (!value.isEmpty() && choice->findData(value) < 0)
        choice->addItem(ArchiveWords::choice(value), value);
    choice->setCurrentIndex(qMax(0, choice->findData(value)));
}

} // namespace

ArchiveForm::ArchiveForm(ArchiveWork *work, QWidget *parent)
    : QWidget(parent)
    , m_work(work)
    , m_header(new ui::PanelHeader({}))
    , m_kind(new QComboBox)
    , m_names(allFields())
    , m_kindRow(new ui::LabelRow({}, m_kind))
{
    m_kind->setObjectName(QStringLiteral("admin.archives.kind"));
    for (std::size_t kind = 0; kind < std::size(kKinds); ++kind)
        m_kind->addItem(QString());
    for (const auto &field : std::as_const(m_names))
        m_fields.append(makeField(field));
    layOut();
    m_chain = new FieldChain(QWidgetList{m_kind} + m_fields, this);
    connect(m_chain, &FieldChain::passedStart, this, &ArchiveForm::passedStart);
    connect(m_chain, &FieldChain::passedEnd, this, &ArchiveForm::passedEnd);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (!m_isShowing && index >= 0)
            m_work->setKind(kKinds[index]);
    });
    connect(work, &ArchiveWork::changed, this, &ArchiveForm::follow);
    retranslate();
}

QWidget *ArchiveForm::makeField(const QString &field)
{
    const auto choices = archiveChoices(field);
    QWidget *editor = nullptr;
    if (choices.isEmpty()) {
        auto *line = new QLineEdit;
        connect(line, &QLineEdit::textEdited, this,
                [this, field](const QString &text) { m_work->setField(field, text); });
        editor = line;
    } else {
        auto *choice = new QComboBox;
        for (const auto &value : choices)
            choice->addItem(value, value);
        connect(choice, &QComboBox::currentIndexChanged, this, [this, field, choice] {
            if (!m_isShowing)
                m_work->setField(field, choice->currentData().toString());
        });
        editor = choice;
    }
    editor->setObjectName(QStringLiteral("admin.archives.") + field);
    m_rows.append(new ui::LabelRow({}, editor));
    return editor;
}

void ArchiveForm::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *form = new QWidget;
    auto *rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    rows->setSpacing(rhythm.gapSmall);
    rows->addWidget(m_kindRow);
    for (auto *row : std::as_const(m_rows))
        rows->addWidget(row);
    rows->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form);
    scroll->viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    m_state = new ui::StateView(scroll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
}

void ArchiveForm::enter()
{
    m_chain->enter();
}

void ArchiveForm::enterFault()
{
    const auto place = m_names.indexOf(m_work->wrongField());
    if (place >= 0 && m_fields.at(place)->isEnabled())
        m_fields.at(place)->setFocus(Qt::OtherFocusReason);
    else
        enter();
}

void ArchiveForm::retranslate()
{
    m_isShowing = true;
    m_kindRow->setLabel(tr("Kind"));
    for (std::size_t kind = 0; kind < std::size(kKinds); ++kind)
        m_kind->setItemText(int(kind), ArchiveWords::kind(kKinds[kind]));
    for (qsizetype place = 0; place < m_names.size(); ++place) {
        if (auto *line = qobject_cast<QLineEdit *>(m_fields.at(place)))
            line->setPlaceholderText(ArchiveWords::hint(m_names.at(place)));
        else if (auto *choice = qobject_cast<QComboBox *>(m_fields.at(place)))
            for (int index = 0; index < choice->count(); ++index)
                choice->setItemText(index, ArchiveWords::choice(choice->itemData(index).toString()));
    }
    m_isShowing = false;
    follow();
}

void ArchiveForm::follow()
{
    const auto entry = m_work->values();
    if (entry)
        show(*entry);
    m_header->setTitle(entry ? titleOf(*entry) : QString());
    m_state->setState(
        entry ? ui::ViewState::ready()
              : ui::ViewState::empty(tr("Nothing chosen"), tr("Choose a line at the left, or add one.")));
}

QString ArchiveForm::titleOf(const ArchiveEntry &entry) const
{
    if (m_work->isNew())
        return tr("Another archive, worklist or film printer");
    const auto name = ArchiveWords::name(entry);
    return m_work->isTyped() ? tr("%1, not saved").arg(name) : name;
}

/// A field that this kind does not have is off: no stop for Tab or Enter.
void ArchiveForm::show(const ArchiveEntry &entry)
{
    m_isShowing = true;
    const auto names = archiveFields(entry.kind);
    const auto kind = std::ranges::find(kKinds, entry.kind);
    m_kindRow->setVisible(kind != std::end(kKinds));
    m_kind->setCurrentIndex(kind == std::end(kKinds) ? -1 : int(kind - std::begin(kKinds)));
    m_kind->setEnabled(m_work->isNew());
    QList<ui::LabelRow *> shown{m_kindRow};
    for (qsizetype place = 0; place < m_names.size(); ++place) {
        const auto &name = m_names.at(place);
        auto *row = m_rows.at(place);
        row->setVisible(names.contains(name));
        row->setEnabled(names.contains(name));
        row->setLabel(ArchiveWords::field(entry.kind, name));
        if (!names.contains(name))
            continue;
        shown.append(row);
        if (auto *line = qobject_cast<QLineEdit *>(m_fields.at(place));
            line && line->text() != entry.text(name))
            line->setText(entry.text(name));
        else if (auto *choice = qobject_cast<QComboBox *>(m_fields.at(place)))
            choose(choice, entry.text(name));
    }
    ui::LabelRow::align(shown);
    m_isShowing = false;
}

} // namespace simiao::admin
