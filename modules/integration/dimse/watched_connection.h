#pragma once

#include "integration/dimse/pdu_meter.h"
#include "integration/dimse/socket_guard.h"

#include <QString>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmnet/dcmtrans.h>

#include <functional>
#include <memory>

namespace simiao::dimse {

/// What was seen of a connection, for whoever has to say why it ended. \thread the one that works the association
struct WireFacts
{
    bool wasConnected = false;
    bool isTooLong = false;      ///< the peer began a PDU that is longer than any may be
    QString handshakeFault;      ///< words of TLS; empty where it went well or there was none
    bool isHandshakeCut = false; ///< the connection ended in it, and nobody said why
    /// Called once the toolkit has made the connection, before anything is said.
    std::function<void()> onConnection = [] {};
};

/// A connection of the toolkit that acknowledges at once, hands every bit of progress to a guard and refuses PDUs without
/// bounds. Plain or TLS is the business of the one inside.
class WatchedConnection : public DcmTransportConnection
{
public:
    /// Settings of PS3.8 D.1 leave it open; ours offers 128 KiB, and a data PDU may be somewhat larger than what was agreed.
    static constexpr std::uint32_t kLargestPdu = 1024 * 1024;

    WatchedConnection(std::unique_ptr<DcmTransportConnection> inner,
                      DcmNativeSocketType socket,
                      std::shared_ptr<SocketGuard> guard,
                      std::shared_ptr<WireFacts> facts);

    OFCondition serverSideHandshake() override;
    OFCondition clientSideHandshake() override;
    OFCondition renegotiate(const char *newSuite) override;
    ssize_t read(void *buffer, size_t size) override;
    ssize_t write(void *buffer, size_t size) override;
    void close() override;
    void closeTransportConnection() override;
    unsigned long getPeerCertificateLength() override;
    unsigned long getPeerCertificate(void *buffer, unsigned long size) override;
    OFBool networkDataAvailable(int timeout) override;
    OFBool isTransparentConnection() override;
    OFString &dumpConnectionParameters(OFString &text) override;

private:
    OFCondition noted(const OFCondition &handshake);

    std::unique_ptr<DcmTransportConnection> m_inner;
    std::shared_ptr<SocketGuard> m_guard;
    std::shared_ptr<WireFacts> m_facts;
    PduMeter m_meter{kLargestPdu};
};

} // namespace simiao::dimse
