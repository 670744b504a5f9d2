#include "outpatient/views/allergy_panel.h"

#include "sdk/allergy_words.h"
#include "sdk/desk.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/candidate_popup.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/table_delegate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace simiao::outpatient {

using Field = AllergyForm::Field;
using sdk::AllergyWords;

namespace {

constexpr int kReactionRows = 5;
constexpr int kRowsBeside = 14; // list on record, other fields, buttons
constexpr int kListRows = 4;

QTableWidget *allergyList(int rowHeight)
{
    auto *list = new QTableWidget(0, 4);
    list->setObjectName(QStringLiteral("consult.allergies.list"));
    list->setFrameShape(QFrame::NoFrame);
    list->setShowGrid(false);
    list->setItemDelegate(new ui::TableDelegate(list));
    list->horizontalHeader()->hide();
    list->verticalHeader()->hide();
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setTabKeyNavigation(false);
    list->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    list->verticalHeader()->setDefaultSectionSize(rowHeight);
    return list;
}

template <typename E>
void fill(QComboBox *box, QString (*word)(E), std::initializer_list<E> values, const QString &chosen)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const auto value : values)
        box->addItem(word(value), codeOf(value));
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
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

AllergyPanel::AllergyPanel(sdk::Visit *visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_form(new AllergyForm(visit, this))
    , m_status(new ui::NoticeLine)
    , m_list(allergyList(ui::SimiaoStyle::tokens(this).rhythm.row))
    , m_reason(new QLineEdit)
    , m_reasonRow(new ui::LabelRow({}, m_reason))
    , m_substance(new QLineEdit)
    , m_popup(new ui::CandidatePopup(m_substance))
    , m_reactions(new QListWidget)
    , m_criticality(new QComboBox)
    , m_verification(new QComboBox)
    , m_onset(new QLineEdit)
    , m_record(addCommand(QStringLiteral("consult.allergies.record"), &AllergyPanel::record))
    , m_none(addCommand(QStringLiteral("consult.allergies.none-known"), &AllergyPanel::assertNone))
    , m_error(addCommand(QStringLiteral("consult.allergies.entered-in-error"), &AllergyPanel::askWhy))
{
    setObjectName(QStringLiteral("consult.allergies"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_substance);
    m_record->setShortcut(QKeySequence(QStringLiteral("Ctrl+Return")));
    m_record->setShortcutContext(Qt::WidgetWithChildrenShortcut); // never from the note
    m_status->setObjectName(QStringLiteral("consult.allergies.status"));
    m_reason->setObjectName(QStringLiteral("consult.allergies.reason"));
    m_list->installEventFilter(this);
    m_reason->installEventFilter(this);
    m_reasonRow->hide();
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_status);
    column->addWidget(m_list);
    column->addWidget(m_reasonRow);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(makeForm());
    column->addWidget(makeButtons());
    column->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(content));
    retranslate();

    connect(visit, &sdk::Visit::allergiesChanged, this, &AllergyPanel::showRecord);
    connect(visit, &sdk::Visit::attentionRequested, this, [this](const QString &field) {
        if (field == QLatin1String("allergy"))
            goToForm();
    });
    connect(m_form, &AllergyForm::candidatesChanged, this, &AllergyPanel::showCandidates);
    connect(m_form, &AllergyForm::riskProposed, this, [this] {
        m_criticality->setCurrentIndex(m_criticality->findData(m_form->text(Field::Criticality)));
    });
    connect(m_form, &AllergyForm::refilled, this, &AllergyPanel::showForm);
    connect(m_form, &AllergyForm::busyChanged, this, &AllergyPanel::updateActions);
    connect(m_form, &AllergyForm::recorded, this, [this](const QString &substance) {
        m_visit->desk()->showDone(tr("Allergy to %1 recorded.").arg(substance));
        goToForm();
    });
    connect(m_form, &AllergyForm::noneAsserted, this,
            [this] { m_visit->desk()->showDone(tr("Recorded: no known allergies.")); });
    connect(m_form, &AllergyForm::struck, this, [this] {
        m_reasonRow->hide();
        m_visit->desk()->showDone(tr("Marked as entered in error. It stays on record and counts no more."));
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &AllergyPanel::retranslate);
}

/// The keys are Enter and Delete in the fields, and the commands stand in the palette.
QAction *AllergyPanel::addCommand(const QString &id, void (AllergyPanel::*act)())
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    m_visit->desk()->addCommand(id, action);
    return action;
}

QWidget *AllergyPanel::makeForm()
{
    m_substance->setObjectName(QStringLiteral("consult.allergies.substance"));
    m_reactions->setObjectName(QStringLiteral("consult.allergies.reactions"));
    m_criticality->setObjectName(QStringLiteral("consult.allergies.criticality"));
    m_verification->setObjectName(QStringLiteral("consult.allergies.verification"));
    m_onset->setObjectName(QStringLiteral("consult.allergies.onset"));
    auto *form = new QWidget;
    auto *rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    for (auto *field :
         std::initializer_list<QWidget *>{m_substance, m_reactions, m_criticality, m_verification, m_onset}) {
        m_rows.append(new ui::LabelRow({}, field));
        rows->addWidget(m_rows.back());
        field->installEventFilter(this);
    }
    connect(m_substance, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_form->setText(Field::Substance, text); });
    connect(m_popup, &ui::CandidatePopup::chosen, this, &AllergyPanel::takeCandidate);
    connect(m_reactions, &QListWidget::itemChanged, this, &AllergyPanel::takeReactions);
    connect(m_criticality, &QComboBox::currentIndexChanged, this,
            [this] { m_form->setText(Field::Criticality, m_criticality->currentData().toString()); });
    connect(m_verification, &QComboBox::currentIndexChanged, this,
            [this] { m_form->setText(Field::Verification, m_verification->currentData().toString()); });
    connect(m_onset, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_form->setText(Field::Onset, text); });
    connect(m_reason, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_form->setText(Field::StrikeReason, text); });
    return form;
}

QWidget *AllergyPanel::makeButtons()
{
    auto *box = new QWidget;
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 4, 0, 0);
    line->setSpacing(8);
    line->addWidget(new ui::ActionButton(m_record));
    line->addWidget(new ui::ActionButton(m_none));
    line->addWidget(new ui::ActionButton(m_error));
    line->addStretch(1);
    return box;
}

void AllergyPanel::showRecord()
{
    using administration::AllergyStatus;
    const auto &allergies = m_visit->record().allergies;
    const bool isNone = m_visit->record().patient.allergyStatus == AllergyStatus::NoneKnown;
    ui::Notice notice{
        ui::Severity::Warn, tr("Not asked"), tr("Ask, then record what the patient says."), {}, {}};
    if (!allergies.empty())
        notice = {ui::Severity::Block, tr("On record"), QString::number(allergies.size()), {}, {}};
    else if (isNone)
        notice = {ui::Severity::Ok, tr("No known allergies"), {}, {}, {}};
    m_status->setNotice(notice);
    m_status->setProperty("text", notice.lead);
    const QString language = m_visit->desk()->locale().name();
    m_list->setRowCount(int(allergies.size()));
    for (int row = 0; row < int(allergies.size()); ++row) {
        const auto &allergy = allergies[std::size_t(row)];
        const auto verification = allergy.verification.value_or(clinical::AllergyVerification::Confirmed);
        const QString since = allergy.onset ? allergy.onset->toIso().left(10) : QString();
        const QStringList texts{LocalText{allergy.substanceEn, allergy.substance}.in(language),
                                AllergyWords::reactions(allergy),
                                AllergyWords::criticality(allergy.criticality),
                                (AllergyWords::verification(verification) + u' ' + since).trimmed()};
        for (int column = 0; column < int(texts.size()); ++column)
            m_list->setItem(row, column, new QTableWidgetItem(texts[column]));
        m_list->item(row, 3)->setData(ui::TableSecondaryRole, true);
    }
    const int shown = std::min(int(allergies.size()), kListRows);
    m_list->setFixedHeight(shown * m_list->verticalHeader()->defaultSectionSize() + 2);
    m_list->setVisible(!allergies.empty());
    updateActions();
}

void AllergyPanel::showForm()
{
    if (m_substance->text() != m_form->text(Field::Substance))
        m_substance->setText(m_form->text(Field::Substance));
    if (m_onset->text() != m_form->text(Field::Onset))
        m_onset->setText(m_form->text(Field::Onset));
    if (m_reason->text() != m_form->text(Field::StrikeReason))
        m_reason->setText(m_form->text(Field::StrikeReason));
    fill(m_criticality, &AllergyWords::criticality,
         {clinical::Criticality::UnableToAssess, clinical::Criticality::Low, clinical::Criticality::High},
         m_form->text(Field::Criticality));
    fill(m_verification, &AllergyWords::verification,
         {clinical::AllergyVerification::Confirmed, clinical::AllergyVerification::Unconfirmed},
         m_form->text(Field::Verification));
    const QSignalBlocker quiet(m_reactions);
    const QStringList chosen = m_form->text(Field::Reactions).split(u',', Qt::SkipEmptyParts);
    const QString language = m_visit->desk()->locale().name();
    const int current = m_reactions->currentRow();
    m_reactions->clear();
    for (const auto &reaction : m_visit->desk()->reference().allergies.reactions) {
        auto *item = new QListWidgetItem(reaction.text.in(language), m_reactions);
        item->setData(Qt::UserRole, reaction.code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(reaction.code) ? Qt::Checked : Qt::Unchecked);
    }
    m_reactions->setCurrentRow(std::max(0, current));
    fitReactions();
}

/// As many reactions as the panel has room for beside the list on record and the other fields, and never fewer than a few.
void AllergyPanel::fitReactions()
{
    const int row = ui::SimiaoStyle::tokens(this).rhythm.row;
    const int room = height() / row - kRowsBeside;
    const int most = std::max(kReactionRows, m_reactions->count());
    m_reactions->setFixedHeight(std::clamp(room, kReactionRows, most) * row + 2 * m_reactions->frameWidth());
}

void AllergyPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitReactions();
}

void AllergyPanel::showCandidates()
{
    const QString language = m_visit->desk()->locale().name();
    QList<ui::Candidate> candidates;
    for (const auto &choice : m_form->candidates())
        candidates.append({choice.text.in(language), choice.code.code, {}, {}});
    m_popup->setCandidates(candidates);
}

void AllergyPanel::takeCandidate(int row)
{
    if (row < 0 || row >= int(m_form->candidates().size()))
        return;
    m_form->choose(SubstanceChoice(m_form->candidates()[std::size_t(row)]));
    m_reactions->setFocus(Qt::TabFocusReason);
}

void AllergyPanel::takeReactions()
{
    QStringList codes;
    for (int row = 0; row < m_reactions->count(); ++row) {
        const auto *item = m_reactions->item(row);
        if (item->checkState() == Qt::Checked)
            codes.append(item->data(Qt::UserRole).toString());
    }
    m_form->setText(Field::Reactions, codes.join(u','));
}

void AllergyPanel::goToForm()
{
    m_substance->setFocus(Qt::ShortcutFocusReason);
}

void AllergyPanel::record()
{
    m_form->record();
}

void AllergyPanel::assertNone()
{
    m_form->assertNone();
}

void AllergyPanel::askWhy()
{
    if (m_list->currentRow() < 0 && m_list->rowCount() > 0)
        m_list->setCurrentCell(0, 0);
    if (m_list->currentRow() < 0)
        return;
    m_reasonRow->show();
    m_reason->setFocus(Qt::ShortcutFocusReason);
}

void AllergyPanel::strike()
{
    const int row = m_list->currentRow();
    const auto &allergies = m_visit->record().allergies;
    if (row >= 0 && row < int(allergies.size()))
        m_form->strike(allergies[std::size_t(row)].id);
}

void AllergyPanel::updateActions()
{
    const bool isFree = !m_form->isBusy();
    m_record->setEnabled(isFree);
    m_none->setEnabled(isFree && m_visit->record().allergies.empty());
    m_error->setEnabled(isFree && !m_visit->record().allergies.empty());
}

void AllergyPanel::retranslate()
{
    m_record->setText(tr("Record this allergy"));
    m_none->setText(tr("No known allergies"));
    m_error->setText(tr("Entered in error"));
    m_record->setToolTip(tr("Enter in the last field does the same"));
    m_none->setToolTip(tr("The patient was asked and knows of none"));
    m_error->setToolTip(tr("Delete in the list does the same"));
    const QStringList labels{tr("Substance"), tr("Reactions"), tr("Risk"), tr("Certainty"), tr("Since")};
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_rows[row]->setLabel(labels[row]);
    m_reasonRow->setLabel(tr("Why"));
    ui::LabelRow::align(m_rows + QList<ui::LabelRow *>{m_reasonRow});
    m_substance->setPlaceholderText(tr("Substance or drug, by name, pinyin or in own words"));
    m_reactions->setToolTip(tr("Space marks what happened; several may be marked"));
    m_onset->setPlaceholderText(tr("2015, 2015-03 or 2015-03-02, or empty"));
    m_reason->setPlaceholderText(tr("Why it was entered in error; Enter marks it"));
    m_list->setAccessibleName(tr("Allergies on record"));
    showRecord();
    showForm();
}

bool AllergyPanel::handleFormKey(QWidget *field, int key)
{
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (field == m_reason && isEnter) {
        strike();
        return true;
    }
    if (field == m_reason && key == Qt::Key_Escape) { // the words stay
        m_reasonRow->hide();
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (field == m_list && key == Qt::Key_Delete) {
        askWhy();
        return true;
    }
    if (!isEnter || field == m_list)
        return false;
    if (field == m_onset)
        record();
    else
        focusNextChild();
    return true;
}

bool AllergyPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    if (watched == m_substance && m_popup->handleKey(press))
        return true;
    return handleFormKey(static_cast<QWidget *>(watched), press->key());
}

void AllergyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace simiao::outpatient
