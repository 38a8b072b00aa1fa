# AWS::Signature4, and LWP as its page shows. One line of JSON in, one out: see README.md.
use strict;
use warnings;
use AWS::Signature4;
use HTTP::Request;
use JSON::PP;
use LWP::UserAgent;
use MIME::Base64;

my $json  = JSON::PP->new->utf8->canonical;
my $agent = LWP::UserAgent->new;
$| = 1;

while (my $line = <STDIN>) {
    my $request = $json->decode($line);
    my $sent    = eval { call($request) };
    my $answer  = $sent ? { sent => JSON::PP::true } : { error => $@ };
    print $json->encode({ id => $request->{id}, %$answer }), "\n";
}

sub call {
    my $request   = shift;
    my $authority = "$request->{host}:$request->{port}";
    my $target    = $request->{path} . ($request->{query} eq '' ? '' : "?$request->{query}");
    my @headers   = map { @$_ } @{ $request->{headers} };
    my $call      = HTTP::Request->new($request->{method}, "http://$authority$target",
        [ Host => $authority, @headers ]);
    $call->content(decode_base64($request->{body})) if defined $request->{body};
    $call->header('X-Amz-Date' => compact($request->{date})) if defined $request->{date};
    my $signer = AWS::Signature4->new(
        -access_key => $request->{appKey},
        -secret_key => $request->{secret}
    );
    $signer->sign($call, 'us-east-1');
    $agent->request($call);
    return 1;
}

sub compact {
    my $date = substr(shift, 0, 19) . 'Z';
    $date =~ s/[-:]//g;
    return $date;
}
