#include "outpatient/views/visit_view.h"

#include "outpatient/models/signature_watch.h"
#include "outpatient/models/signing_check.h"
#include "outpatient/views/chart_age_line.h"
#include "outpatient/views/kept_line.h"
#include "outpatient/views/note_panel.h"
#include "outpatient/views/presence_badge.h"
#include "outpatient/views/side_width.h"
#include "outpatient/views/spill_row.h"
#include "outpatient/views/time_words.h"
#include "outpatient/views/withdrawn_line.h"
#include "sdk/desk.h"
#include "ui/theme/patient_colour.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/themed_widget.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace simiao::outpatient {

namespace {

constexpr int kNoteShare = 8;
constexpr int kDiagnosisShare = 4;
constexpr int kOrdersShare = 10;    // its findings need room at 1366x768 too
constexpr int kTemplateHeight = 22; // within the title line

QColor barColour(const sdk::Visit &visit, const QWidget *widget)
{
    return ui::patientColour(visit.record().patient.mrn, ui::SimiaoStyle::tokens(widget).colours);
}

/// Header above panel, no gap. \param between  may be null
QWidget *titled(ui::PanelHeader *header, QWidget *panel, QWidget *between = nullptr)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    if (between)
        column->addWidget(between);
    column->addWidget(panel, 1);
    return box;
}

/// The key of the tab that is shown, and how wide the panel is, at the right end of the tabs.
QWidget *cornerOf(ui::KeyHint *key, QWidget *width)
{
    auto *corner = new QWidget;
    auto *line = new QHBoxLayout(corner);
    line->setContentsMargins(0, 0, 12, 5);
    line->addWidget(key, 0, Qt::AlignVCenter);
    line->addWidget(width, 0, Qt::AlignVCenter);
    return corner;
}

} // namespace

VisitView::VisitView(std::unique_ptr<sdk::Visit> visit, const QAction *nextDefect, QWidget *parent)
    : QWidget(parent)
    , m_visit(std::move(visit))
    , m_sideKey(new ui::KeyHint)
    , m_signature(new ui::NoticeLine)
    , m_presence(new PresenceBadge(m_visit.get(), this))
    , m_quality(new ui::Badge)
    , m_missingKey(new ui::KeyHint)
    , m_nextDefect(nextDefect)
{
    m_quality->setObjectName(QStringLiteral("consult.quality"));
    m_quality->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // beside it the other writer is elided
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("consult.columns"));
    columns->setChildrenCollapsible(false);
    m_width = new SideWidth(m_visit->desk(), columns, this);
    columns->addWidget(middleColumn());
    columns->addWidget(sideColumn());
    columns->setStretchFactor(0, 11);
    columns->setStretchFactor(1, 10);
    columns->setSizes({1100, 1000});
    addAction(m_width->action());
    m_visit->desk()->addCommand(m_width->action()->objectName(), m_width->action());
    if (!m_visit->record().studies.empty())
        m_width->restore();
    connect(m_visit.get(), &sdk::Visit::attentionRequested, m_width, &SideWidth::giveBack);
    m_signature->setObjectName(QStringLiteral("consult.signature"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_signature);
    rows->addWidget(new ChartAgeLine(m_visit.get(), this));
    rows->addWidget(new WithdrawnLine(m_visit.get(), this));
    rows->addWidget(new KeptLine(m_visit.get(), this));
    rows->addWidget(columns, 1);
    connect(m_signature, &ui::NoticeLine::triggered, this, &VisitView::comparisonWanted);
    connect(new SignatureWatch(m_visit.get(), this), &SignatureWatch::found, this,
            &VisitView::showSignedElsewhere);
    m_missingKey->follow(nextDefect);
    connect(nextDefect, &QAction::changed, this, &VisitView::showQuality);
    retranslate();

    for (const auto signal :
         {&sdk::Visit::diagnosesChanged, &sdk::Visit::medicationsChanged, &sdk::Visit::orderTextChanged,
          &sdk::Visit::editableChanged, &sdk::Visit::allergiesChanged, &sdk::Visit::noteTemplateChanged,
          &sdk::Visit::answerChanged})
        connect(m_visit.get(), signal, this, &VisitView::showQuality);
    connect(m_visit.get(), &sdk::Visit::editableChanged, this, [this] {
        m_signedNow = m_visit->desk()->context().clock->now();
        showSignature();
    });
    connect(m_visit.get(), &sdk::Visit::sectionChanged, this, &VisitView::showQuality);
    connect(m_visit->desk(), &sdk::Desk::referenceChanged, this, &VisitView::showQuality);
}

VisitView::~VisitView()
{
    // Panels hold a plain pointer to the visit: they go first.
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

QWidget *VisitView::middleColumn()
{
    auto *column = new QSplitter(Qt::Vertical);
    column->setObjectName(QStringLiteral("consult.middle"));
    column->setChildrenCollapsible(false);
    addMiddlePanels(column, QStringLiteral("consult.note"));
    addMiddlePanels(column, QStringLiteral("consult.diagnosis"));
    addMiddlePanels(column, QStringLiteral("consult.orders"));
    const int shares[] = {kNoteShare, kDiagnosisShare, kOrdersShare};
    QList<int> sizes;
    for (int i = 0; i < column->count(); ++i)
        sizes.append(100 * shares[std::min(i, 2)]);
    column->setSizes(sizes);
    return column;
}

void VisitView::addMiddlePanels(QSplitter *column, const QString &point)
{
    for (const auto &panel : m_visit->desk()->visitPanels(point, m_visit.get(), column)) {
        auto *header = new ui::PanelHeader({});
        auto *action = addGoTo(panel.extension, panel.widget, -1);
        QWidget *spill = nullptr;
        header->setPatientColour(barColour(*m_visit, this));
        header->followKey(action);
        if (const auto *note = qobject_cast<NotePanel *>(panel.widget)) {
            note->templateChoice()->setFixedHeight(kTemplateHeight);
            header->addTrailing(note->templateChoice());
        }
        if (point == QLatin1String("consult.note")) {
            header->addTrailing(m_presence);
            header->addTrailing(m_quality);
            header->addTrailing(m_missingKey);
            spill = new SpillRow(header, m_presence);
        }
        m_headers.push_back({panel.extension, action, header});
        column->addWidget(titled(header, panel.widget, spill));
        if (!m_firstFocus)
            m_firstFocus = panel.widget;
    }
}

QWidget *VisitView::sideColumn()
{
    m_side = new QTabWidget;
    m_side->setObjectName(QStringLiteral("consult.side"));
    m_side->setDocumentMode(true);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->tabBar()->setFocusPolicy(Qt::NoFocus);
    int preferred = -1;
    for (const auto &panel :
         m_visit->desk()->visitPanels(QStringLiteral("consult.side"), m_visit.get(), m_side)) {
        const int tab = m_side->addTab(panel.widget, QString());
        m_tabs.push_back({panel.extension, addGoTo(panel.extension, panel.widget, tab), nullptr});
        if (preferred < 0 && !panel.extension.keys.isEmpty())
            preferred = tab; // what has a key of its own is wanted most
    }
    m_side->setCornerWidget(cornerOf(m_sideKey, m_width->button()));
    m_side->setCurrentIndex(std::max(preferred, 0));
    connect(m_side, &QTabWidget::currentChanged, this, &VisitView::showSideKey);
    showSideKey(m_side->currentIndex());
    return m_side;
}

/// Its keys are the plugin's own until the desk gives it those of the key map.
QAction *VisitView::addGoTo(const sdk::Extension &extension, QWidget *panel, int tab)
{
    auto *action = new QAction(this);
    action->setObjectName(QStringLiteral("panel.") + extension.component);
    action->setShortcuts(QKeySequence::listFromString(extension.keys, QKeySequence::PortableText));
    connect(action, &QAction::triggered, this, [this, panel, tab] {
        if (tab >= 0)
            m_side->setCurrentIndex(tab);
        else
            m_width->giveBack();
        panel->setFocus(Qt::ShortcutFocusReason);
        // The panel may stand in a window of its own, and so may what had the focus.
        (panel->focusProxy() ? panel->focusProxy() : panel)->activateWindow();
    });
    addAction(action);
    m_visit->desk()->addCommand(action->objectName(), action, extension.title);
    return action;
}

void VisitView::showSideKey(int tab)
{
    if (tab >= 0)
        m_sideKey->follow(m_tabs[std::size_t(tab)].action);
}

void VisitView::focusNote()
{
    if (m_visit->returned()) { // what is waited for
        Q_EMIT m_visit->attentionRequested(QStringLiteral("answer"));
        return;
    }
    auto *first = m_width->isWide() ? m_side->currentWidget() : m_firstFocus;
    if (!first)
        return;
    first->activateWindow();
    first->setFocus(Qt::OtherFocusReason);
}

void VisitView::goTo(const QString &component)
{
    for (const auto &panels : {m_headers, m_tabs}) {
        for (const auto &panel : panels) {
            if (panel.extension.component == component)
                panel.action->trigger();
        }
    }
}

void VisitView::goToNextObstacle()
{
    if (const auto found = signingObstacles(*m_visit); !found.empty())
        Q_EMIT m_visit->attentionRequested(found.front().field);
}

void VisitView::showQuality()
{
    const bool isEditable = m_visit->canOrder(); // also while a returned prescription is answered
    const auto found = isEditable ? signingObstacles(*m_visit) : std::vector<workflow::SigningObstacle>{};
    if (!isEditable)
        m_quality->setBadge(ui::Severity::Ok, tr("signed"));
    else if (found.empty())
        m_quality->setBadge(ui::Severity::Ok, tr("complete"));
    else
        m_quality->setBadge(ui::Severity::Warn, tr("%n still missing", nullptr, int(found.size())));
    if (m_missingKey->parentWidget()) // without a note nobody shows it
        m_missingKey->setVisible(!found.empty() && !m_nextDefect->shortcut().isEmpty());
}

/// A signed visit says so at its top: by whom, when, and that it can only be read.
void VisitView::showSignature()
{
    if (m_elsewhere)
        return showElsewhere();
    const auto &parts = m_visit->record().signedParts;
    const auto signedAt = parts ? parts->note.signedAt : m_signedNow;
    const bool isSigned = !m_visit->isEditable() && signedAt;
    m_signature->setVisible(isSigned);
    if (!isSigned)
        return;
    const auto context = m_visit->desk()->context();
    const LocalText signer = parts ? parts->signer : LocalText{context.session.nameEn, context.session.name};
    const QString at = dayAndTime(*signedAt, *context.clock);
    const QString text = tr("by %1, %2").arg(signer.in(m_visit->desk()->locale().name()), at);
    const QString rule = tr("It can only be read: a signed note is never changed. What is to be added is "
                            "written into the note of the next visit.");
    const bool isAnswered = m_visit->returned(); // then the orders can be changed, and say so
    m_signature->setNotice({ui::Severity::Ok, tr("Signed"), text, isAnswered ? QString() : rule, {}});
    m_signature->setProperty("text", text);
}

void VisitView::showSignedElsewhere(const LocalText &signer, Instant signedAt)
{
    m_elsewhere = {signer, signedAt};
    showSignature();
    Q_EMIT signedElsewhere();
}

void VisitView::showElsewhere()
{
    const auto context = m_visit->desk()->context();
    const QString text = tr("by %1, %2. What you wrote is kept and not part of it.")
                             .arg(m_elsewhere->signer.in(m_visit->desk()->locale().name()),
                                  dayAndTime(m_elsewhere->signedAt, *context.clock));
    m_signature->setNotice({ui::Severity::Warn, tr("Already signed"), text, {}, {tr("Show both versions")}});
    m_signature->setProperty("text", text);
    m_signature->show();
}

void VisitView::retranslate()
{
    m_width->retranslate();
    showSignature();
    const QString language = m_visit->desk()->locale().name();
    for (const auto &[extension, action, header] : m_headers) {
        header->setTitle(extension.title.in(language));
        action->setText(tr("Go to %1").arg(extension.title.in(language)));
    }
    for (int tab = 0; tab < int(m_tabs.size()); ++tab) {
        const auto &[extension, action, header] = m_tabs[std::size_t(tab)];
        m_side->setTabText(tab, extension.title.in(language));
        action->setText(tr("Go to %1").arg(extension.title.in(language)));
    }
    showQuality();
}

} // namespace simiao::outpatient
