#include "admin/views/audit_section.h"

#include "admin/models/audit_trail.h"
#include "admin/models/chain_check.h"
#include "admin/views/audit_filters.h"
#include "admin/views/audit_table_panel.h"
#include "admin/views/notices.h"
#include "admin/views/path_field.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/loading_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"

#include <QVBoxLayout>

namespace simiao::admin {

AuditSection::AuditSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_trail(new AuditTrail(desk, this))
    , m_chain(new ChainCheck(desk, this))
    , m_header(new ui::PanelHeader({}))
    , m_filters(new AuditFilters(m_trail))
    , m_events(new AuditTablePanel(m_trail))
    , m_bar(new ui::LoadingBar)
    , m_chainNotice(new ui::NoticeLine)
    , m_exportNotice(new ui::NoticeLine)
    , m_path(new PathField(desk, QStringLiteral("audit"), QStringLiteral(".csv")))
    , m_pathRow(new ui::LabelRow({}, m_path))
{
    setObjectName(QStringLiteral("admin.audit"));
    m_chainNotice->setObjectName(QStringLiteral("admin.audit.chain"));
    m_exportNotice->setObjectName(QStringLiteral("admin.audit.exported"));
    m_path->setObjectName(QStringLiteral("admin.audit.path"));
    leaveByEscape(m_path);
    makeActions();
    layOut();
    connectParts();
    retranslate();
}

void AuditSection::makeActions()
{
    m_verify = addCommand(QStringLiteral("admin.audit.verify"), QStringLiteral("F9"));
    m_export = addCommand(QStringLiteral("admin.audit.export"), QStringLiteral("F8"));
    m_reload = addCommand(QStringLiteral("admin.audit.reload"), QStringLiteral("F5"));
    m_find = addCommand(QStringLiteral("admin.audit.find"), QStringLiteral("Ctrl+F"));
    m_header->followKey(m_find);
}

void AuditSection::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *below = new QVBoxLayout;
    below->setContentsMargins(0, rhythm.gap, rhythm.gap, 0);
    below->setSpacing(rhythm.gapSmall);
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, 0, rhythm.gap, 0);
    aired->setSpacing(rhythm.gapSmall);
    for (auto *notice : {m_chainNotice, m_exportNotice})
        aired->addWidget(notice);
    below->addLayout(aired);
    below->addWidget(m_pathRow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filters);
    column->addWidget(m_events, 1);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(m_bar);
    column->addLayout(below);
    column->addWidget(actionBar({m_verify, m_export, m_reload, m_find}, false));
}

void AuditSection::connectParts()
{
    connect(m_verify, &QAction::triggered, m_chain, &ChainCheck::run);
    connect(m_export, &QAction::triggered, this, [this] { m_trail->exportTo(m_path->path()); });
    connect(m_path, &QLineEdit::returnPressed, m_export, &QAction::trigger);
    connect(m_reload, &QAction::triggered, m_trail, &AuditTrail::reload);
    connect(m_find, &QAction::triggered, m_filters, &AuditFilters::enter);
    connect(m_filters, &AuditFilters::passedStart, this, &Section::left);
    connect(m_filters, &AuditFilters::passedEnd, m_events, &AuditTablePanel::enter);
    connect(m_events, &AuditTablePanel::passedStart, m_filters, &AuditFilters::enter);
    connect(m_chain, &ChainCheck::changed, this, &AuditSection::showNotices);
    connect(m_trail, &AuditTrail::changed, this, &AuditSection::showNotices);
}

void AuditSection::enter()
{
    if (m_events->isEmpty())
        m_filters->enter();
    else
        m_events->enter();
}

void AuditSection::retranslate()
{
    m_header->setTitle(tr("Audit trail"));
    m_verify->setText(tr("Verify the chain"));
    m_export->setText(tr("Export"));
    m_reload->setText(tr("Read again"));
    m_find->setText(tr("Filter"));
    m_pathRow->setLabel(tr("File of the export"));
    ui::LabelRow::align({m_pathRow});
    m_trail->retranslate();
    m_chain->retranslate();
    m_filters->retranslate();
    m_events->retranslate();
    showNotices();
}

void AuditSection::showNotices()
{
    if (m_chain->isRunning() || m_trail->isExporting())
        m_bar->setPercent(-1);
    else
        m_bar->setIdle();
    put(m_chainNotice, m_chain->notice());
    put(m_exportNotice, m_trail->exportNotice());
    offerActions();
}

/// Nothing is switched off while it runs: pressing again does nothing, and the focus stays.
void AuditSection::offerActions()
{
    m_verify->setEnabled(m_chain->isOffered());
    m_verify->setToolTip(m_chain->isOffered() ? QString() : tr("The tools of the server verify this trail."));
    m_export->setEnabled(m_trail->isPermitted());
    m_path->setEnabled(m_trail->isPermitted());
}

} // namespace simiao::admin
