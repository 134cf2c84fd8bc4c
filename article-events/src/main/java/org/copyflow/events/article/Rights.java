package org.copyflow.events.article;

import org.jspecify.annotations.Nullable;

/// Whose an article is and what may be done with it, as its source states it. Copyflow passes this on and judges
/// nothing; what is not stated is absent.
///
/// @param copyrightHolder whose it is
/// @param copyrightNotice the notice that is to be printed with it
/// @param usageTerms what may be done with it, in words
/// @param licence the licence it is under: an address, or its name
/// @param policy where the terms are of what its licence or its reservation leaves open: a web address
/// @param dataMining whether machines may mine it
/// @param dataMiningTerm the term of the PLUS vocabulary that says so, an address; absent where it was stated in
///     another way
public record Rights(
        @Nullable String copyrightHolder,
        @Nullable String copyrightNotice,
        @Nullable String usageTerms,
        @Nullable String licence,
        @Nullable String policy,
        @Nullable DataMining dataMining,
        @Nullable String dataMiningTerm) {}
