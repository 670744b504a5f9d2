#include "shell/restore_page.h"

#include "sdk/desk.h"
#include "shell/centred.h"
#include "shell/notice_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/loading_bar.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/table_delegate.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

using Stage = RestoreDesk::Stage;
using State = RestoreLine::State;

constexpr int kWidth = 920;
constexpr int kWordsWidth = kWidth - 40;
constexpr int kTableHeight = 200;
constexpr int kColumnWidths[] = {130, 100, 80, 70, 130};

NoticeText *notice(const QString &name)
{
    auto *text = new NoticeText;
    text->setObjectName(name);
    return text;
}

} // namespace

RestorePage::RestorePage(const Error &cause, RestorePorts ports, QWidget *parent)
    : ThemedWidget(QAccessible::AlertMessage, parent)
    , m_cause(cause)
    , m_desk(new RestoreDesk(std::move(ports), this))
    , m_accept(new QAction(this))
    , m_add(new QAction(this))
    , m_quit(new QAction(this))
    , m_help(new ui::LinkButton({}))
    , m_language(new ui::LinkButton({}))
    , m_title(new ui::TextLabel({}, ui::Type::PatientName))
    , m_message(notice(u"restore.message"_s))
    , m_words(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary))
    , m_bar(new ui::LoadingBar)
    , m_table(new QTableView)
    , m_state(new ui::StateView(m_table))
    , m_proof(notice(u"restore.proof"_s))
    , m_path(new QLineEdit)
    , m_pathRow(new ui::LabelRow({}, m_path))
    , m_choice(new QWidget)
{
    setObjectName(u"restore.page"_s);
    m_help->setObjectName(u"restore.help"_s);
    m_language->setObjectName(u"restore.language"_s);
    m_words->setObjectName(u"restore.words"_s);
    m_path->setObjectName(u"restore.path"_s);
    m_words->setWordWrap(true);
    m_accept->setShortcut(Qt::Key_F9);
    m_add->setShortcut(Qt::Key_F4);
    addActions({m_accept, m_add});
    makeTable();
    layOut();
    connectParts();
    m_table->setCurrentIndex(m_desk->lines()->index(0, 0));
    retheme();
}

void RestorePage::makeTable()
{
    m_table->setObjectName(u"restore.list"_s);
    m_table->setModel(m_desk->lines());
    m_table->setItemDelegate(new ui::TableDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setMinimumHeight(kTableHeight);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; const int width : kColumnWidths)
        m_table->setColumnWidth(column++, width);
}

void RestorePage::layOut()
{
    auto *accept = new ui::ActionButton(m_accept, ui::ActionButton::Role::Primary);
    auto *add = new ui::ActionButton(m_add);
    auto *quit = new ui::ActionButton(m_quit);
    accept->setObjectName(u"restore.accept"_s);
    add->setObjectName(u"restore.add"_s);
    quit->setObjectName(u"restore.quit"_s);

    auto *other = new QHBoxLayout;
    other->addWidget(m_pathRow, 1);
    other->addWidget(add);
    auto *choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins({});
    choice->addWidget(m_state, 1);
    choice->addWidget(m_proof);
    choice->addLayout(other);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(accept);
    buttons->addWidget(quit);
    buttons->addStretch(1);
    auto *form = new QWidget;
    form->setFixedWidth(kWidth);
    auto *column = new QVBoxLayout(form);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addWidget(m_words);
    column->addWidget(m_bar);
    column->addWidget(m_choice);
    column->addLayout(buttons);
    auto *page = new QVBoxLayout(this);
    auto *top = new QHBoxLayout;
    top->addStretch(1);
    top->addWidget(m_help);
    top->addWidget(m_language);
    page->addLayout(top);
    page->addStretch(1);
    page->addLayout(centred(form));
    page->addStretch(2);
}

void RestorePage::connectParts()
{
    connect(m_accept, &QAction::triggered, this, &RestorePage::accept);
    connect(m_add, &QAction::triggered, this, &RestorePage::addFile);
    connect(m_quit, &QAction::triggered, this, &RestorePage::quitRequested);
    connect(m_path, &QLineEdit::returnPressed, m_add, &QAction::trigger);
    connect(m_help, &ui::LinkButton::clicked, this, &RestorePage::helpRequested);
    connect(m_language, &ui::LinkButton::clicked, this, &RestorePage::languageRequested);
    connect(m_desk, &RestoreDesk::changed, this, &RestorePage::showDesk);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_desk->look(current.isValid() ? current.row() : -1);
                showDesk();
            });
}

int RestorePage::currentRow() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void RestorePage::addFile()
{
    const int row = m_desk->add(m_path->text());
    if (row < 0)
        return m_path->setFocus(Qt::OtherFocusReason);
    m_path->clear();
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->setCurrentIndex(m_desk->lines()->index(row, 0));
    m_desk->look(row); // it may have been current before
    showDesk();
}

void RestorePage::accept()
{
    if (m_desk->stage() == Stage::Done) {
        Q_EMIT finished();
        return;
    }
    m_desk->restore(currentRow());
}

void RestorePage::showDesk()
{
    const int row = currentRow();
    const bool isChoosing = m_desk->stage() == Stage::Choosing;
    const bool isWhole = row >= 0 && m_desk->lines()->at(row).state == State::Whole;
    if (m_desk->isReading() || m_desk->stage() == Stage::Replacing)
        m_bar->setPercent(-1);
    else
        m_bar->setIdle();
    m_choice->setEnabled(isChoosing);
    m_choice->setVisible(m_desk->stage() != Stage::Done);
    m_accept->setEnabled((isChoosing && isWhole && !m_desk->isReading()) || m_desk->stage() == Stage::Done);
    m_add->setEnabled(isChoosing);
    m_quit->setEnabled(m_desk->stage() != Stage::Replacing);
    showWords();
    if (m_desk->stage() == Stage::Done)
        findChild<QWidget *>(u"restore.accept"_s)->setFocus(Qt::OtherFocusReason);
}

void RestorePage::showWords()
{
    const bool isDone = m_desk->stage() == Stage::Done;
    m_title->setText(isDone ? tr("The copy is in place") : tr("The database cannot be used"));
    const auto &shown = m_desk->failure().value_or(m_cause);
    const auto trace = shown.detail.isEmpty() ? shown.code : u"%1: %2"_s.arg(shown.code, shown.detail);
    m_message->setNotice({ui::Severity::Block, {}, sdk::errorText(shown), trace, {}});
    m_message->setVisible(!isDone);
    m_words->setText(
        isDone
            ? tr("What was there before stands beside it as *.before-restore-N, and the restore is in the "
                 "audit trail. Log in; what was typed after the copy was made is offered as a draft when its "
                 "visit is opened.")
            : tr("Choose a copy. All of it is read before anything is replaced, and the damaged database is "
                 "kept beside it. What was stored after the last act of the copy will be missing; drafts "
                 "are kept."));
    // The form stands in the middle, where a layout asks nobody how high the words become at this width.
    m_words->setMinimumHeight(m_words->heightForWidth(kWordsWidth));
    m_state->setState(
        m_desk->lines()->rowCount() > 0
            ? ui::ViewState::ready()
            : ui::ViewState::empty(tr("No copy is known here"),
                                   tr("Type the file of one below; the administrator knows where "
                                      "copies are kept.")));
    m_proof->setNotice(proofNotice());
    m_proof->setVisible(!m_proof->text().isEmpty());
    m_accept->setText(isDone ? tr("Go to the log-in") : tr("Put this copy in place"));
    setAccessibleName(m_title->text());
}

ui::Notice RestorePage::proofNotice() const
{
    if (m_desk->stage() == Stage::Replacing)
        return {
            ui::Severity::Neutral,
            tr("Putting it in place"),
            tr("Do not switch the computer off. The old files stay until the copy is whole in its place."),
            {},
            {}};
    if (currentRow() < 0)
        return {};
    const auto &line = m_desk->lines()->at(currentRow());
    switch (line.state) {
    case State::Unread:
    case State::Reading:
        return {ui::Severity::Neutral, tr("Reading"), tr("every page, row and link of this copy."), {}, {}};
    case State::Whole:
        return {ui::Severity::Ok,
                tr("Whole"),
                tr("%1 rows and %2 acts read as they were written; the last act was on %3.")
                    .arg(QLocale().toString(rowsOf(line.proof)), QLocale().toString(line.proof.auditLinks),
                         line.proof.lastAct ? timeText(*line.proof.lastAct) : u"-"_s),
                {},
                {}};
    case State::Bad: return {ui::Severity::Block, tr("Not usable"), sdk::errorText(line.error), {}, {}};
    }
    return {};
}

void RestorePage::retheme()
{
    m_help->setText(tr("Help (F1)"));
    m_language->setText(QLocale().language() == QLocale::Chinese ? u"English"_s : u"中文"_s);
    m_pathRow->setLabel(tr("File of another copy"));
    m_add->setText(tr("Add to the list"));
    m_quit->setText(tr("Quit"));
    m_table->setAccessibleName(tr("Copies of the database"));
    m_path->setAccessibleName(tr("File of another copy"));
    m_desk->lines()->refresh();
    m_table->horizontalHeader()->viewport()->update();
    showDesk();
}

void RestorePage::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    if (m_desk->lines()->rowCount() > 0)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_path->setFocus(Qt::OtherFocusReason);
}

void RestorePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().colours.panel);
}

} // namespace simiao::shell
