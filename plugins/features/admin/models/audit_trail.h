#pragma once

#include "admin/models/audit_export.h"
#include "admin/models/audit_table_model.h"
#include "sdk/known_state.h"

namespace simiao::admin {

/// The audit trail as far as it was read, by what is asked for, and taking it away as a file. An answer that was overtaken
/// by another question is dropped.
class AuditTrail : public QObject
{
    Q_OBJECT

public:
    explicit AuditTrail(sdk::Desk *desk, QObject *parent = nullptr);

    AuditTableModel *table() const { return m_table; }
    const ui::ViewState &state() const { return m_state->state(); }
    /// Why the last file was not written, or that it was.
    const ui::Notice &exportNotice() const { return m_exportNotice; }
    bool hasMore() const { return m_hasMore; }
    bool isReading() const { return m_isReading; }
    bool isExporting() const { return m_isExporting; }
    bool isPermitted() const { return m_isPermitted; }

    /// Acts that stood in what was read so far, sorted.
    const QStringList &acts() const { return m_acts; }
    const std::vector<security::Account> &agents() const { return m_agents; }
    const AuditFilter &filter() const { return m_filter; }

    void setFilter(const AuditFilter &filter);
    /// From the latest event on.
    void reload();
    void showMore();
    void exportTo(const QString &path);
    void retranslate();

Q_SIGNALS:
    void changed();
    void agentsChanged();
    /// An act was seen for the first time.
    void actsChanged();

private:
    void readNames();
    void read(qint64 before);
    void take(const Result<AuditPage> &page, bool isFirst);
    void remember(const std::vector<AuditLine> &lines);
    ui::ViewState whatIsRead() const;
    void takeExport(const Result<AuditExport> &done);

    sdk::Desk *m_desk;
    AuditTableModel *m_table;
    std::vector<security::Account> m_agents;
    QStringList m_acts;
    AuditFilter m_filter;
    int m_question = 0; ///< counts reads from the latest on; an answer to an older one is dropped
    bool m_isRead = false;
    bool m_isReading = false;
    bool m_hasMore = false;
    bool m_isPatientKnown = true;
    bool m_isPermitted = true;
    bool m_isExporting = false;
    sdk::KnownState *m_state;
    ui::Notice m_exportNotice;
};

} // namespace simiao::admin
