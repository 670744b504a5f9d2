#pragma once

#include "integration/dimse/command_set.h"
#include "integration/dimse/destination.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace simiao::dimse {

/// Which role the one that proposes a context takes in it.
enum class Role { User, Provider };

/// What is to be talked about, and in which encodings (PS3.8 9.3.2.2).
struct ProposedContext
{
    QString sopClass;
    QStringList transferSyntaxes;
    Role role = Role::User;
};

struct AcceptedContext
{
    quint8 id = 0;
    QString sopClass;
    QString transferSyntax;
    Role role = Role::User;
};

/// A command with its data set, whole, as it came over the wire.
struct Message
{
    AcceptedContext context;
    Command command;
    QByteArray data;
};

/// Whom a listener talks to, and about what.
struct Acceptance
{
    QString ownAe;
    QStringList callingAes; ///< only these
    QStringList sopClasses; ///< a name that ends in . stands for all below it
    QStringList transferSyntaxes;
    Tls tls;
    Patience patience;
};

/// A DICOM association. Only its PDUs, its negotiation and TLS are the toolkit's; data sets pass as bytes, because the toolkit
/// parses without bounds whatever it is sent.
/// Errors of all calls: Cancelled; Unavailable `archive.unreachable`, `archive.silent`, `archive.cut`; Forbidden `archive.refused`,
/// `archive.certificate`; Invalid `archive.answer`.
/// \thread one at a time; blocks, so never the GUI's
class Association
{
public:
    /// No data set may be larger; whole-slide images that are have frames of their own.
    static constexpr qint64 kLargestDataSet = qint64{1} << 30;
    /// PS3.8 numbers contexts with odd numbers of one byte.
    static constexpr std::size_t kMostContexts = 128;

    /// Connects and negotiates; at least one context is accepted.
    static Result<std::unique_ptr<Association>> request(const Destination &peer,
                                                        const std::vector<ProposedContext> &contexts,
                                                        std::stop_token stop);
    /// Negotiates as the one that was called. Takes the socket.
    static Result<std::unique_ptr<Association>> accept(int socket,
                                                       const Acceptance &acceptance,
                                                       std::stop_token stop);

    Association(const Association &) = delete;
    Association &operator=(const Association &) = delete;
    /// Aborts it where it was not released.
    ~Association();

    const std::vector<AcceptedContext> &contexts() const;
    /// The first context for `sopClass`, if the peer takes it.
    std::optional<AcceptedContext> contextOf(const QString &sopClass) const;
    /// As above; Forbidden `archive.service-refused` with the class.
    Result<AcceptedContext> needed(const QString &sopClass) const;

    QString peerAe() const;
    /// What the peer's program calls itself; empty where it does not.
    QString peerProgram() const;
    /// "DIMSE", "DIMSE, TLSv1.3"
    QString protocol() const;

    quint16 nextMessageId();
    /// Puts off the end of patience with the peer, for as long as the association lives and longer. \thread any
    std::function<void()> renewal() const;

    Result<void> send(const AcceptedContext &context, const Command &command, const QByteArray &data = {});
    /// The next message, or nothing where the peer asked for the end, which is granted.
    Result<std::optional<Message>> receive();
    /// The answer to what was sent last; a release in its place is a cut.
    Result<Message> receiveAnswer();

    /// Says good-bye and waits for the answer; what goes wrong then is of no interest to anybody.
    void release();

private:
    struct Wire;
    explicit Association(std::unique_ptr<Wire> wire);

    std::unique_ptr<Wire> m_wire;
};

} // namespace simiao::dimse
