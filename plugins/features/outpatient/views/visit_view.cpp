#include "outpatient/views/visit_view.h"

#include "outpatient/models/signing_check.h"
#include "sdk/desk.h"
#include "ui/theme/patient_colour.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/themed_widget.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace simiao::outpatient {

namespace {

constexpr int kNoteShare = 5;
constexpr int kDiagnosisShare = 2;
constexpr int kOrdersShare = 5;

QColor barColour(const sdk::Visit &visit, const QWidget *widget)
{
    return ui::patientColour(visit.record().patient.mrn, ui::SimiaoStyle::tokens(widget).colours);
}

/// Header above panel, no gap.
QWidget *titled(ui::PanelHeader *header, QWidget *panel)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(panel, 1);
    return box;
}

/// The key of the side panels, at the right end of their tabs.
QWidget *cornerHint()
{
    auto *corner = new QWidget;
    auto *line = new QHBoxLayout(corner);
    line->setContentsMargins(0, 0, 12, 5);
    line->addWidget(new ui::KeyHint(QKeySequence(QStringLiteral("Alt+4"))), 0, Qt::AlignVCenter);
    return corner;
}

} // namespace

VisitView::VisitView(std::unique_ptr<sdk::Visit> visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(std::move(visit))
    , m_quality(new ui::Badge)
{
    m_quality->setObjectName(QStringLiteral("consult.quality"));
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("consult.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(middleColumn());
    columns->addWidget(sideColumn());
    columns->setStretchFactor(0, 11);
    columns->setStretchFactor(1, 10);
    columns->setSizes({1100, 1000});
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(columns);
    retranslate();

    for (const auto signal : {&sdk::Visit::diagnosesChanged, &sdk::Visit::medicationsChanged,
                              &sdk::Visit::orderTextChanged, &sdk::Visit::editableChanged})
        connect(m_visit.get(), signal, this, &VisitView::showQuality);
    connect(m_visit.get(), &sdk::Visit::sectionChanged, this, &VisitView::showQuality);
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
        auto *header = new ui::PanelHeader({}, QKeySequence(panel.extension.keys));
        header->setPatientColour(barColour(*m_visit, this));
        if (point == QLatin1String("consult.note"))
            header->addTrailing(m_quality);
        m_headers.push_back({panel.extension, header});
        column->addWidget(titled(header, panel.widget));
        addKey(panel.extension.keys, panel.widget, -1);
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
    int preferred = 0;
    for (const auto &panel :
         m_visit->desk()->visitPanels(QStringLiteral("consult.side"), m_visit.get(), m_side)) {
        const int tab = m_side->addTab(panel.widget, QString());
        m_tabs.push_back(panel.extension);
        addKey(panel.extension.keys, panel.widget, tab);
        if (panel.extension.keys == QLatin1String("Alt+4"))
            preferred = tab;
    }
    m_side->setCornerWidget(cornerHint());
    m_side->setCurrentIndex(preferred);
    return m_side;
}

void VisitView::addKey(const QString &keys, QWidget *panel, int tab)
{
    if (keys.isEmpty())
        return;
    auto *shortcut = new QShortcut(QKeySequence(keys), this);
    connect(shortcut, &QShortcut::activated, this, [this, panel, tab] {
        if (tab >= 0)
            m_side->setCurrentIndex(tab);
        panel->setFocus(Qt::ShortcutFocusReason);
    });
}

void VisitView::focusNote()
{
    if (m_firstFocus)
        m_firstFocus->setFocus(Qt::OtherFocusReason);
}

void VisitView::goToNextObstacle()
{
    if (const auto found = signingObstacles(*m_visit); !found.empty())
        Q_EMIT m_visit->attentionRequested(found.front().field);
}

void VisitView::showQuality()
{
    if (!m_visit->isEditable()) {
        m_quality->setBadge(ui::Severity::Ok, tr("signed"));
        return;
    }
    const auto found = signingObstacles(*m_visit);
    if (found.empty())
        m_quality->setBadge(ui::Severity::Ok, tr("complete"));
    else
        m_quality->setBadge(ui::Severity::Warn, tr("%n still missing, Alt+S", nullptr, int(found.size())));
}

void VisitView::retranslate()
{
    const QString language = m_visit->desk()->locale().name();
    for (const auto &titledPanel : m_headers)
        titledPanel.header->setTitle(titledPanel.extension.title.in(language));
    for (int tab = 0; tab < int(m_tabs.size()); ++tab)
        m_side->setTabText(tab, m_tabs[std::size_t(tab)].title.in(language));
    showQuality();
}

} // namespace simiao::outpatient
