#include "integration/dimse/awaited_calls.h"

#include "core/try.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <utility>
#include <vector>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

bool mayShare(const Acceptance &one, const Acceptance &other)
{
    const auto keys = [](Tls tls) {
        tls.peerName.clear(); // of no meaning for who is called
        return tls;
    };
    return one.ownAe == other.ownAe && keys(one.tls) == keys(other.tls);
}

/// What either takes. To whom a message goes is asked when it is there.
Acceptance both(Acceptance one, const Acceptance &other)
{
    const auto add = [](QStringList &list, const QStringList &more) {
        list += more;
        list.removeDuplicates();
    };
    add(one.callingAes, other.callingAes);
    add(one.sopClasses, other.sopClasses);
    add(one.transferSyntaxes, other.transferSyntaxes);
    one.patience.connecting = std::max(one.patience.connecting, other.patience.connecting);
    one.patience.answering = std::max(one.patience.answering, other.patience.answering);
    return one;
}

} // namespace

/// The listener of a place, and who waits there.
class AwaitedCalls::Exchange
{
public:
    explicit Exchange(ListeningPlace place)
        : m_place(std::move(place))
    {
    }

    /// The one of the process for this place, with one more who waits.
    static Result<std::shared_ptr<Exchange>> joined(const ListeningPlace &place, const Awaited &awaited)
    {
        const std::scoped_lock lock(s_mutex);
        const auto known =
            std::ranges::find(s_all, place, [](const auto &exchange) { return exchange->m_place; });
        // Each that is free is another.
        if (known != s_all.end() && place.port != 0) {
            TRY_VOID((*known)->add(awaited));
            return *known;
        }
        auto exchange = std::make_shared<Exchange>(place);
        exchange->m_waiting.push_back(&awaited); // before the first call can come
        TRY(exchange->m_listener,
            Listener::create(place, awaited.acceptance,
                             [raw = exchange.get()](Association &association, const Message &message) {
                                 return raw->answer(association, message);
                             },
                             {}));
        s_all.push_back(exchange);
        return exchange;
    }

    std::optional<Error> leave(const Awaited &awaited)
    {
        std::optional<Error> fault;
        {
            const std::scoped_lock registry(s_mutex);
            if (remove(awaited)) {
                fault = m_listener->finish();
                m_listener.reset(); // the place is free before anybody looks for it again
                std::erase_if(s_all, [this](const auto &exchange) { return exchange.get() == this; });
            } else {
                fault = m_listener->lastFault();
            }
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_inside[&awaited] == 0; });
        m_inside.erase(&awaited);
        return fault;
    }

private:
    Result<void> add(const Awaited &awaited)
    {
        const std::scoped_lock lock(m_mutex);
        if (!mayShare(m_waiting.front()->acceptance, awaited.acceptance))
            return Error{
                .kind = ErrorKind::Unavailable,
                .code = u"archive.listener"_s,
                .detail =
                    u"%1:%2: calls of another kind are waited for"_s.arg(m_place.address).arg(m_place.port)};
        m_waiting.push_back(&awaited);
        m_listener->accept(ofAll());
        return ok();
    }

    /// \returns whether nobody is left
    bool remove(const Awaited &awaited)
    {
        const std::scoped_lock lock(m_mutex);
        std::erase(m_waiting, &awaited);
        if (m_waiting.empty())
            return true;
        m_listener->accept(ofAll());
        return false;
    }

    Acceptance ofAll() const
    {
        auto all = m_waiting.front()->acceptance;
        for (const auto *one : m_waiting)
            all = both(std::move(all), one->acceptance);
        return all;
    }

    /// Of those who wait for this caller.
    const Awaited *claimant(const QString &caller, const Message &message) const
    {
        const Awaited *best = nullptr;
        auto most = Claim::None;
        for (const auto *one : m_waiting) {
            const auto claim =
                one->acceptance.callingAes.contains(caller) ? one->claim(message) : Claim::None;
            if (claim > most) {
                best = one;
                most = claim;
            }
        }
        return best;
    }

    Result<void> answer(Association &association, const Message &message)
    {
        const Awaited *to = nullptr;
        {
            const std::scoped_lock lock(m_mutex);
            to = claimant(association.peerAe(), message);
            if (to == nullptr)
                return Error{.kind = ErrorKind::Invalid,
                             .code = u"archive.answer"_s,
                             .detail = u"nobody waits for this command"_s};
            ++m_inside[to];
        }
        const auto answered = to->answering(association, message);
        const std::scoped_lock lock(m_mutex);
        --m_inside[to];
        m_changed.notify_all();
        return answered;
    }

    static inline std::mutex s_mutex; ///< before m_mutex
    static inline std::vector<std::shared_ptr<Exchange>> s_all;

    const ListeningPlace m_place;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<const Awaited *> m_waiting;
    std::map<const Awaited *, int> m_inside; ///< answers that are being given
    std::unique_ptr<Listener> m_listener;
};

Result<std::unique_ptr<AwaitedCalls>> AwaitedCalls::create(const ListeningPlace &place, Awaited awaited)
{
    auto calls = std::unique_ptr<AwaitedCalls>(new AwaitedCalls(std::move(awaited)));
    TRY(calls->m_exchange, Exchange::joined(place, calls->m_awaited));
    return calls;
}

AwaitedCalls::AwaitedCalls(Awaited awaited)
    : m_awaited(std::move(awaited))
{
}

AwaitedCalls::~AwaitedCalls()
{
    finish();
}

std::optional<Error> AwaitedCalls::finish()
{
    if (m_exchange)
        m_fault = m_exchange->leave(m_awaited);
    m_exchange.reset();
    return m_fault;
}

} // namespace simiao::dimse
