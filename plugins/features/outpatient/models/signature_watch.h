#pragma once

#include "sdk/visit.h"

namespace simiao::outpatient {

/// Looks whether a visit that is written here was signed at another desk.
class SignatureWatch : public QObject
{
    Q_OBJECT

public:
    /// \param visit  outlives this
    explicit SignatureWatch(const sdk::Visit *visit, QObject *parent = nullptr);

Q_SIGNALS:
    void found(const simiao::LocalText &signer, simiao::Instant signedAt);

private:
    void look();

    const sdk::Visit *m_visit;
};

} // namespace simiao::outpatient
